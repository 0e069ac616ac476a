package dev.linger.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * What is known of each video from its upload on: one row an item, in the order of the item index.
 *
 * @param uploadDay local day of upload in days since 1970-01-01, {@link #UNKNOWN_DAY} where missing
 * @param durationMillis length in milliseconds as the side tables say it, NaN where missing
 * @param tags indices of the tags of each item; an item without tags has an empty row
 * @param tagIds id in the data &lt;-&gt; index of a tag
 * @param columns author, type, upload type, width, height, music, and category levels where captions are present
 * @param roles which category columns say who made a video and what it is about
 * @param titles what people call each video
 */
public record ItemTable(
        int[] uploadDay,
        float[] durationMillis,
        int[][] tags,
        IdIndex tagIds,
        List<AttributeColumn> columns,
        Roles roles,
        Titles titles) {
    /** Upload day of an item whose upload date is missing. */
    public static final int UNKNOWN_DAY = Integer.MIN_VALUE;

    /**
     * What some category columns mean. The source of the data says so, as their names differ from source to source.
     *
     * @param creator name of the column that says who made a video
     * @param topics columns that say what a video is about
     */
    public record Roles(Optional<String> creator, List<Topic> topics) {
        /** No column has a role. */
        public static final Roles NONE = new Roles(Optional.empty(), List.of());

        public Roles {
            topics = List.copyOf(topics);
        }
    }

    /**
     * A category column that says what a video is about.
     *
     * @param name what it is called where statistics of it are named, in snake_case
     * @param column the column's name
     */
    public record Topic(String name, String column) {}

    public ItemTable {
        columns = List.copyOf(columns);
        int size = uploadDay.length;
        if (durationMillis.length != size || tags.length != size || titles.size() != size) {
            throw new IllegalArgumentException("item columns differ in length: upload day " + size + ", duration "
                    + durationMillis.length + ", tags " + tags.length + ", titles " + titles.size());
        }
        for (AttributeColumn column : columns) {
            if (column.size() != size) {
                throw new IllegalArgumentException(
                        "column " + column.name() + " has " + column.size() + " rows, not " + size);
            }
        }
        if (roles.creator().isPresent()) {
            category(columns, roles.creator().get());
        }
        for (Topic topic : roles.topics()) {
            category(columns, topic.column());
        }
    }

    /** A table of videos of which tags and titles are not known, no column of which has a role. */
    public ItemTable(int[] uploadDay, float[] durationMillis, List<AttributeColumn> columns) {
        this(
                uploadDay,
                durationMillis,
                new int[uploadDay.length][0],
                IdIndex.of("tag", LongStream.empty()),
                columns,
                Roles.NONE);
    }

    /** A table of videos without titles. */
    public ItemTable(
            int[] uploadDay,
            float[] durationMillis,
            int[][] tags,
            IdIndex tagIds,
            List<AttributeColumn> columns,
            Roles roles) {
        this(uploadDay, durationMillis, tags, tagIds, columns, roles, Titles.none(uploadDay.length));
    }

    /** Who made each video, where the source says so. */
    public Optional<AttributeColumn.Category> creator() {
        return roles.creator().map(name -> category(columns, name));
    }

    /** The code of each video's creator; -1 where it is not known, as of all where the source does not say who made them. */
    public int[] creatorCodes() {
        return creator().map(AttributeColumn.Category::codes).orElseGet(() -> {
            int[] nobody = new int[size()];
            Arrays.fill(nobody, -1);
            return nobody;
        });
    }

    /** What is said of a video in a topic's column. */
    public AttributeColumn.Category category(Topic topic) {
        return category(columns, topic.column());
    }

    private static AttributeColumn.Category category(List<AttributeColumn> columns, String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .filter(AttributeColumn.Category.class::isInstance)
                .map(AttributeColumn.Category.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no category column is named " + name));
    }

    /** The same videos uploaded so many days later. */
    public ItemTable uploadedLater(int days) {
        int[] moved = uploadDay.clone();
        for (int item = 0; item < moved.length; item++) {
            moved[item] += moved[item] == UNKNOWN_DAY ? 0 : days;
        }
        return new ItemTable(moved, durationMillis, tags, tagIds, columns, roles, titles);
    }

    /** The same videos with other titles. */
    public ItemTable with(Titles other) {
        return new ItemTable(uploadDay, durationMillis, tags, tagIds, columns, roles, other);
    }

    /** Number of distinct tags. */
    public int tagCount() {
        return tagIds.size();
    }

    public int size() {
        return uploadDay.length;
    }
}
