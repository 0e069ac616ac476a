package dev.linger.spark.plays;

import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.LocalDays;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.stream.IntStream;

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

    /** How many plays there are. */
    public int size() {
        return user.length;
    }

    /** Play time / duration. */
    public double watchRatio(int row) {
        return (double) playMillis[row] / durationMillis[row];
    }

    /** Whether two plays are equal in all that is known of them. */
    public boolean areEqual(int one, int other) {
        return timestampMillis[one] == timestampMillis[other]
                && user[one] == user[other]
                && item[one] == item[other]
                && playMillis[one] == playMillis[other]
                && durationMillis[one] == durationMillis[other];
    }

    /** Some of the plays, in the order asked for. */
    public PlayBlock rows(int[] rows) {
        return new PlayBlock(
                first,
                users,
                rows(user, rows),
                rows(item, rows),
                rows(playMillis, rows),
                rows(durationMillis, rows),
                IntStream.of(rows).mapToLong(row -> timestampMillis[row]).toArray());
    }

    private static int[] rows(int[] column, int[] rows) {
        return IntStream.of(rows).map(row -> column[row]).toArray();
    }

    /** Adds the plays to a log in the making, of users numbered among all. */
    public void addTo(InteractionLogBuilder log) {
        for (int row = 0; row < size(); row++) {
            log.add(first + user[row], item[row], playMillis[row], durationMillis[row], timestampMillis[row]);
        }
    }

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
