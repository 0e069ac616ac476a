package dev.linger.candidates.content;

import dev.linger.data.DailyStat;

/**
 * What makes a young video worth showing.
 *
 * @param watch which plays speak for a video
 * @param priorPlays how many average plays are added to each video's own, above 0
 * @param halfLifeDays age since upload, in days, at which a video's score is half; above 0, infinite for no damping
 */
public record FreshVideosConfig(Watch watch, double priorPlays, double halfLifeDays) {
    /** Plays that speak for a video. */
    public enum Watch {
        /** To the end. */
        COMPLETE(DailyStat.COMPLETE_PLAY_CNT),
        /** To the end, or above 18 s of a longer video: favours short videos less. */
        LONG(DailyStat.LONG_TIME_PLAY_CNT);

        private final DailyStat count;

        Watch(DailyStat count) {
            this.count = count;
        }

        /** The number of such plays on a day. */
        DailyStat count() {
            return count;
        }
    }

    public FreshVideosConfig {
        if (!(priorPlays > 0 && priorPlays < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("priorPlays must be > 0 and finite but was " + priorPlays);
        }
        if (!(halfLifeDays > 0)) {
            throw new IllegalArgumentException("halfLifeDays must be > 0 but was " + halfLifeDays);
        }
    }
}
