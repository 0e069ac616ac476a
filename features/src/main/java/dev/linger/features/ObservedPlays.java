package dev.linger.features;

import dev.linger.data.InteractionLog;
import dev.linger.data.duration.WatchQuantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Plays in time order, as values: play {@code 0..size()-1} is a number within this stretch and means nothing beyond it. A
 * view; nothing is copied.
 */
public final class ObservedPlays {
    private final InteractionLog log;
    private final @Nullable Memo memo;
    private final int first;

    private ObservedPlays(InteractionLog log, @Nullable Memo memo, int first) {
        this.log = log;
        this.memo = memo;
        this.first = first;
    }

    /** The plays of a log or of a slice of one. */
    public static ObservedPlays of(InteractionLog log) {
        return new ObservedPlays(log, null, 0);
    }

    /** The plays of a log that is observed several times, so that what is computed for each play is worth keeping. */
    public static ObservedPlays of(InteractionLog log, Memo memo) {
        return new ObservedPlays(log, memo, 0);
    }

    /**
     * What is computed for each play of a whole log, once for all who observe it. Only what follows from a play and those
     * before it may be asked of it.
     */
    public interface Memo {
        /**
         * What has been computed of the log, or is now.
         *
         * @param key equal where the same is meant
         */
        <T> T of(Class<T> type, Object key, Function<InteractionLog, T> compute);
    }

    /**
     * What the memo says of the log whose first plays have been observed and that goes on with these; null where these do
     * not follow them, or have no memo.
     *
     * @param observed how many plays have been observed
     */
    public <T> @Nullable T remembered(int observed, Class<T> type, Object key, Function<InteractionLog, T> compute) {
        return memo == null || observed != first ? null : memo.of(type, key, compute);
    }

    /** These plays cut where their day changes. */
    public List<ObservedPlays> byDay() {
        List<ObservedPlays> days = new ArrayList<>();
        int from = 0;
        for (int at = 1; at <= size(); at++) {
            if (at == size() || day(at) != day(from)) {
                days.add(slice(from, at));
                from = at;
            }
        }
        return days;
    }

    /** The plays {@code from..to-1}. */
    public ObservedPlays slice(int from, int to) {
        return new ObservedPlays(log.slice(from, to), memo, first + from);
    }

    /** The same plays as rows of a log. */
    public InteractionLog log() {
        return log;
    }

    public int size() {
        return log.size();
    }

    public int user(int play) {
        return log.user(play);
    }

    public int item(int play) {
        return log.item(play);
    }

    public double watchRatio(int play) {
        return log.watchRatio(play);
    }

    public int durationMillis(int play) {
        return log.durationMillis(play);
    }

    public long timestampMillis(int play) {
        return log.timestampMillis(play);
    }

    /** Local day of a play, in days since 1970-01-01. */
    public int day(int play) {
        return log.day(play);
    }

    /** Writes the quantiles of the plays {@code from..to-1} to {@code into[0..to-from-1]}. */
    public void quantiles(WatchQuantiles quantiles, int from, int to, double[] into) {
        int[] places = memo == null ? null : memo.of(int[].class, quantiles, whole -> places(quantiles, whole));
        for (int play = from; play < to; play++) {
            int duration = log.durationMillis(play);
            into[play - from] = places == null
                    ? quantiles.of(duration, log.watchRatio(play))
                    : quantiles.ofPlace(duration, places[first + play]);
        }
    }

    private static int[] places(WatchQuantiles quantiles, InteractionLog whole) {
        int[] all = new int[whole.size()];
        Arrays.setAll(all, play -> quantiles.place(whole.durationMillis(play), whole.watchRatio(play)));
        return all;
    }
}
