package dev.linger.spark.plays;

import dev.linger.data.InteractionLog;
import dev.linger.data.LocalDays;
import java.io.Serializable;
import java.time.ZoneId;

/**
 * All plays of consecutive users, in order of (time, user, item): 24 bytes a play. Users are numbered from 0 within a block.
 *
 * @param first the number of the first user among all
 * @param users how many users there are, with or without plays
 */
public record PlayBlock(
        int first, int users, int[] user, int[] item, int[] playMillis, int[] durationMillis, long[] timestampMillis)
        implements Serializable {
    private static final long serialVersionUID = 1;

    /** The plays as a log. */
    public InteractionLog log(ZoneId zone) {
        LocalDays days = new LocalDays(zone);
        int[] day = new int[user.length];
        for (int row = 0; row < day.length; row++) {
            day[row] = days.of(timestampMillis[row]);
        }
        return InteractionLog.ofColumns(user, item, playMillis, durationMillis, timestampMillis, day);
    }
}
