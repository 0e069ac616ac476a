package dev.linger.data.kuairec.tables;

import dev.linger.data.AttributeColumn;
import dev.linger.data.DailyStat;
import dev.linger.data.IdIndex;
import dev.linger.data.ItemTable;
import dev.linger.data.Progress;
import dev.linger.data.Titles;
import dev.linger.data.csv.BrokenRow;
import dev.linger.data.csv.Cells;
import dev.linger.data.csv.RowFile;
import dev.linger.data.csv.SideTable;
import dev.linger.data.kuairec.files.KuaiRecRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the three files on videos. From the daily table come the attributes that are fixed at upload: author,
 * type, upload type, day of upload, duration, width, height, music and tag. They are the same on every day, so that
 * taking them from a video's earliest row looks into no future; {@code visible_status} can change later and is not read.
 */
public final class ItemColumns {
    public static final String KEY = "video_id";

    private static final String TAGS = "feat";
    private static final String UPLOAD_DAY = "upload_dt";
    private static final String DURATION = "video_duration";
    private static final List<String> MEASURES = List.of("video_width", "video_height");
    private static final String AUTHOR = "author_id";
    private static final List<String> CATEGORIES =
            List.of(AUTHOR, "video_type", "upload_type", "music_id", "video_tag_id");
    private static final List<String> CAPTION_CATEGORIES =
            List.of("first_level_category_id", "second_level_category_id", "third_level_category_id");

    /** Not the first level: it is as coarse as the tags. */
    private static final List<ItemTable.Topic> TOPICS = List.of(
            new ItemTable.Topic("second_category", CAPTION_CATEGORIES.get(1)),
            new ItemTable.Topic("third_category", CAPTION_CATEGORIES.get(2)));

    public static final List<String> TAG_FILE = List.of(KEY, TAGS);
    public static final List<String> CAPTION_FILE =
            Stream.of(List.of(KEY), CAPTION_CATEGORIES).flatMap(List::stream).toList();

    /** What people read of a video, the first that it has: what its author wrote, or what stands on its cover. */
    private static final List<String> TITLES = List.of("caption", "manual_cover_text");

    /** Those of the daily table that are no statistics. */
    public static final List<String> DAILY_TEXTS = Stream.of(
                    List.of(KEY, "date", UPLOAD_DAY, DURATION), MEASURES, CATEGORIES)
            .flatMap(List::stream)
            .toList();

    public static final List<String> DAILY_FILE = Stream.concat(
                    DAILY_TEXTS.stream(), Arrays.stream(DailyStat.values()).map(DailyStat::column))
            .toList();

    private ItemColumns() {}

    /** The columns of a file of captions: those that it must have, and those with texts that it does. */
    public static SideTable captions(RowFile file, Progress progress, Consumer<BrokenRow> broken) {
        List<String> there = file.header().names();
        List<String> names = Stream.concat(
                        CAPTION_FILE.stream(), TITLES.stream().filter(there::contains))
                .toList();
        return SideTable.read(file, names, Set.copyOf(TITLES), Cells.PROSE, progress, broken);
    }

    public static ItemTable table(KeyedTable tagRows, DailyTable daily, Optional<KeyedTable> captions, IdIndex items) {
        AttributeCells atUpload = daily.earliest();
        List<AttributeColumn> columns = new ArrayList<>();
        MEASURES.forEach(name -> columns.add(atUpload.measure(name)));
        CATEGORIES.forEach(name -> columns.add(atUpload.category(name)));
        Optional<AttributeCells> ofCaptions = captions.map(rows -> rows.uniqueCells(items, KuaiRecRules.UNKNOWN_VIDEO));
        ofCaptions.ifPresent(cells -> CAPTION_CATEGORIES.forEach(name -> columns.add(cells.category(name))));
        long[][] tagIds = tagRows.uniqueCells(items, KuaiRecRules.UNKNOWN_VIDEO).lists(TAGS);
        IdIndex tags = IdIndex.of("tag", Arrays.stream(tagIds).flatMapToLong(Arrays::stream));
        return new ItemTable(
                atUpload.days(UPLOAD_DAY),
                atUpload.measures(DURATION),
                Arrays.stream(tagIds).map(tags::indicesOf).toArray(int[][]::new),
                tags,
                columns,
                new ItemTable.Roles(Optional.of(AUTHOR), captions.isPresent() ? TOPICS : List.of()),
                ofCaptions.map(ItemColumns::titles).orElseGet(() -> Titles.none(items.size())));
    }

    private static Titles titles(AttributeCells cells) {
        @Nullable String[] titles = cells.texts(TITLES.get(0));
        @Nullable String[] otherwise = cells.texts(TITLES.get(1));
        for (int item = 0; item < titles.length; item++) {
            String title = titles[item];
            titles[item] = title == null || title.isEmpty() ? otherwise[item] : title;
        }
        return Titles.of(titles);
    }
}
