package dev.linger.recommender.creators;

import dev.linger.data.ItemTable;
import java.util.Arrays;
import java.util.List;

/**
 * What creators have received and uploaded before a day. Counts fall by half in each half-life; with {@code d} the day of an event
 * and {@code D} the day that is about to begin,
 *
 * <pre>
 * count = sum over events of 2^(-(D - 1 - d) / half-life)
 * </pre>
 *
 * so that one of yesterday counts 1. Those of the day itself are not known before it is over.
 */
public final class CreatorCounts {
    /** Half-lives of what is received, in days. */
    private static final int[] RECEIVED = {1, 7, 30};

    /** Half-lives of uploads, in days. */
    private static final int[] UPLOADED = {7, 30};

    private static final List<String> COLUMNS = List.of(
            "plays, 1 day",
            "plays, 7 days",
            "plays, 30 days",
            "watched to the end, 1 day",
            "watched to the end, 7 days",
            "watched to the end, 30 days",
            "uploads, 7 days",
            "uploads, 30 days",
            "days since the last upload",
            "uploads before");

    /** The first column that tells of uploads; those before tell of plays. */
    private static final int FIRST_OF_UPLOADS = 2 * RECEIVED.length;

    private final double[][] plays;
    private final double[][] ended;
    private final double[][] uploads;
    private final int[] uploadsBefore;
    private final int[] lastUpload;

    /** Of the day that is not over. */
    private final int[] playsToday;

    private final int[] endedToday;
    private final int[] uploadsToday;
    private int day;

    /** @param day the first day of which anything is told, in days since 1970-01-01 */
    CreatorCounts(int creators, int day) {
        this.plays = new double[RECEIVED.length][creators];
        this.ended = new double[RECEIVED.length][creators];
        this.uploads = new double[UPLOADED.length][creators];
        this.uploadsBefore = new int[creators];
        this.lastUpload = new int[creators];
        this.playsToday = new int[creators];
        this.endedToday = new int[creators];
        this.uploadsToday = new int[creators];
        this.day = day;
        Arrays.fill(lastUpload, ItemTable.UNKNOWN_DAY);
    }

    /** What each column says, in the order of {@link #fill}. */
    public static List<String> columns() {
        return COLUMNS;
    }

    static boolean isOfUploads(int column) {
        return column >= FIRST_OF_UPLOADS;
    }

    int creators() {
        return uploadsBefore.length;
    }

    /** The day that is not over. */
    int day() {
        return day;
    }

    /** Takes note of a play today. */
    void play(int creator, boolean toTheEnd) {
        playsToday[creator]++;
        endedToday[creator] += toTheEnd ? 1 : 0;
    }

    /** Takes note of an upload today. */
    void upload(int creator) {
        uploadsToday[creator]++;
    }

    /** Ends all days before one. */
    void advanceTo(int later) {
        if (later <= day) {
            return;
        }
        for (int at = 0; at < RECEIVED.length; at++) {
            end(plays[at], playsToday, RECEIVED[at], later);
            end(ended[at], endedToday, RECEIVED[at], later);
        }
        for (int at = 0; at < UPLOADED.length; at++) {
            end(uploads[at], uploadsToday, UPLOADED[at], later);
        }
        for (int creator = 0; creator < creators(); creator++) {
            uploadsBefore[creator] += uploadsToday[creator];
            lastUpload[creator] = uploadsToday[creator] > 0 ? day : lastUpload[creator];
        }
        Arrays.fill(playsToday, 0);
        Arrays.fill(endedToday, 0);
        Arrays.fill(uploadsToday, 0);
        day = later;
    }

    private void end(double[] counts, int[] today, int halfLife, int later) {
        double kept = StrictMath.pow(2, -1.0 / halfLife);
        double keptSince = StrictMath.pow(2, -(later - day - 1.0) / halfLife);
        for (int creator = 0; creator < counts.length; creator++) {
            counts[creator] = (counts[creator] * kept + today[creator]) * keptSince;
        }
    }

    /** Whether the creator had uploaded before today: of others nothing is asked. */
    boolean isKnown(int creator) {
        return uploadsBefore[creator] > 0;
    }

    /**
     * Writes {@code ln(1 + x)} of each column's number x, as of the beginning of today, of a creator who has uploaded before.
     *
     * @param more so many plays to the end are added to what was received yesterday
     */
    void fill(int creator, int more, double[] into) {
        int at = 0;
        for (double[] counts : plays) {
            into[at++] = StrictMath.log1p(counts[creator] + more);
        }
        for (double[] counts : ended) {
            into[at++] = StrictMath.log1p(counts[creator] + more);
        }
        for (double[] counts : uploads) {
            into[at++] = StrictMath.log1p(counts[creator]);
        }
        into[at++] = StrictMath.log1p(day - lastUpload[creator]);
        into[at] = StrictMath.log1p(uploadsBefore[creator]);
    }
}
