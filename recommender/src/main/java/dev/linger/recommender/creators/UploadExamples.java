package dev.linger.recommender.creators;

import dev.linger.data.InteractionLog;
import dev.linger.data.ItemTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Creators on days: what was known of each who had uploaded before the day, and whether they upload on it or the days after.
 *
 * @param rows columns of {@link CreatorCounts}, one row an example, in the order of days
 * @param uploads whether the creator uploads within so many days from the day on
 * @param day of each example, in days since 1970-01-01
 */
public record UploadExamples(List<double[]> rows, boolean[] uploads, int[] day) {
    /** Of more only every second day is taken, or every third, and so on. */
    private static final int MOST_ROWS = 300_000;

    private static final int VALIDATED_BY = 4;

    public UploadExamples {
        rows = List.copyOf(rows);
        if (rows.size() != uploads.length || day.length != uploads.length) {
            throw new IllegalArgumentException(
                    rows.size() + " rows, " + uploads.length + " labels and " + day.length + " days do not match");
        }
    }

    /**
     * The examples of a log whose whole outcome lies in it.
     *
     * @param log the plays
     * @param from the first day of an example
     * @param to the day before which all outcomes are known, in days since 1970-01-01
     * @param within an upload counts on so many days, the day itself included
     */
    public static UploadExamples of(InteractionLog log, ItemTable items, int from, int to, int within) {
        CreatorDays days = new CreatorDays(log, items);
        int[][] uploadDays = uploadDays(items, days.creators());
        int last = to - within;
        if (log.size() == 0 || last < Math.max(from, log.day(0))) {
            return new UploadExamples(List.of(), new boolean[0], new int[0]);
        }
        long most = (long) days.creators() * (last - Math.max(from, log.day(0)) + 1);
        int step = (int) ((most - 1) / MOST_ROWS) + 1;
        List<double[]> rows = new ArrayList<>();
        List<int[]> dayAndLabel = new ArrayList<>();
        days.walk(last, (day, before) -> {
            if (day >= from && (last - day) % step == 0) {
                for (int creator = 0; creator < before.creators(); creator++) {
                    if (before.isKnown(creator)) {
                        double[] row = new double[CreatorCounts.columns().size()];
                        before.fill(creator, 0, row);
                        rows.add(row);
                        dayAndLabel.add(new int[] {day, holdsAny(uploadDays[creator], day, day + within) ? 1 : 0});
                    }
                }
            }
        });
        boolean[] uploads = new boolean[rows.size()];
        int[] dayOf = new int[uploads.length];
        for (int row = 0; row < uploads.length; row++) {
            dayOf[row] = dayAndLabel.get(row)[0];
            uploads[row] = dayAndLabel.get(row)[1] == 1;
        }
        return new UploadExamples(rows, uploads, dayOf);
    }

    /** Ascending, by creator. */
    private static int[][] uploadDays(ItemTable items, int creators) {
        int[] creatorOf = items.creatorCodes();
        int[] counts = new int[creators];
        for (int creator : creatorOf) {
            if (creator >= 0) {
                counts[creator]++;
            }
        }
        int[][] days = new int[creators][];
        Arrays.setAll(days, creator -> new int[counts[creator]]);
        for (int item = 0; item < creatorOf.length; item++) {
            if (creatorOf[item] >= 0) {
                days[creatorOf[item]][--counts[creatorOf[item]]] = items.uploadDay()[item];
            }
        }
        for (int[] of : days) {
            Arrays.sort(of);
        }
        return days;
    }

    /** Whether any of ascending days is in {@code from..to-1}. */
    private static boolean holdsAny(int[] days, int from, int to) {
        int at = Arrays.binarySearch(days, from);
        int first = at >= 0 ? at : -at - 1;
        return first < days.length && days[first] < to;
    }

    public int size() {
        return uploads.length;
    }

    /** The first of the latest quarter of the days, by which choices are made; the day 0 where there are no examples. */
    public int firstValidated() {
        if (day.length == 0) {
            return 0;
        }
        int end = day[day.length - 1] + 1;
        return end - Math.max(1, (end - day[0]) / VALIDATED_BY);
    }

    /** Those of the days before one. */
    public UploadExamples before(int end) {
        return rows(0, firstAtOrAfter(end));
    }

    /** Those of a day and later. */
    public UploadExamples from(int begin) {
        return rows(firstAtOrAfter(begin), size());
    }

    private UploadExamples rows(int begin, int end) {
        return new UploadExamples(
                rows.subList(begin, end), Arrays.copyOfRange(uploads, begin, end), Arrays.copyOfRange(day, begin, end));
    }

    private int firstAtOrAfter(int wanted) {
        int at = 0;
        while (at < day.length && day[at] < wanted) {
            at++;
        }
        return at;
    }

    /** In how many of them the creator uploads. */
    public int positives() {
        int count = 0;
        for (boolean label : uploads) {
            count += label ? 1 : 0;
        }
        return count;
    }

    /** Whether there are examples of both kinds, so that something can be learned. */
    boolean hasBoth() {
        int positives = positives();
        return positives > 0 && positives < size();
    }
}
