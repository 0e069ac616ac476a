package dev.linger.simulation.daily;

/** How many rows the daily table has for a video and day. */
@FunctionalInterface
public interface DailyPlan {
    int rows(int video, int day);

    /** A row for each platform tag of the video on each day with a play in the log. */
    static DailyPlan ofPlays(DailyTotals totals, VideoAttributes[] attributes) {
        return (video, day) -> totals.of(video, day) == null ? 0 : attributes[video].platformTags().length;
    }
}
