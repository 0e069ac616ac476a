package dev.linger.features;

import dev.linger.data.InteractionLog;
import dev.linger.data.duration.WatchQuantiles;
import org.jspecify.annotations.Nullable;

/**
 * Plays in time order, as values: play {@code 0..size()-1} is a number within this stretch and means nothing beyond it. A
 * view; nothing is copied.
 */
public final class ObservedPlays {
    private final InteractionLog log;
    private final @Nullable KnownQuantiles known;
    private final int first;

    private ObservedPlays(InteractionLog log, @Nullable KnownQuantiles known, int first) {
        this.log = log;
        this.known = known;
        this.first = first;
    }

    /** The plays of a log or of a slice of one. */
    public static ObservedPlays of(InteractionLog log) {
        return new ObservedPlays(log, null, 0);
    }

    /** The plays of a log that is observed several times, so that their quantiles are worth keeping. */
    public static ObservedPlays of(InteractionLog log, KnownQuantiles known) {
        return new ObservedPlays(log, known, 0);
    }

    /** Gives for each play of the whole log what {@link WatchQuantiles#of} says of it. */
    @FunctionalInterface
    public interface KnownQuantiles {
        double[] of(WatchQuantiles quantiles);
    }

    /** The plays {@code from..to-1}. */
    public ObservedPlays slice(int from, int to) {
        return new ObservedPlays(log.slice(from, to), known, first + from);
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

    /** Local day of a play, in days since 1970-01-01. */
    public int day(int play) {
        return log.day(play);
    }

    /** Writes the quantiles of the plays {@code from..to-1} to {@code into[0..to-from-1]}. */
    public void quantiles(WatchQuantiles quantiles, int from, int to, double[] into) {
        if (known != null) {
            System.arraycopy(known.of(quantiles), first + from, into, 0, to - from);
            return;
        }
        for (int play = from; play < to; play++) {
            into[play - from] = quantiles.of(log.durationMillis(play), log.watchRatio(play));
        }
    }
}
