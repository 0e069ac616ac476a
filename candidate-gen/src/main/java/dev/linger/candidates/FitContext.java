package dev.linger.candidates;

import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.SideTables;
import dev.linger.data.Workers;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.store.Checkpoints;

/**
 * What a source is fitted to and with.
 *
 * @param log all plays before the cut and no others
 * @param withheld pairs that are not in the log because they were taken out of it: nothing is known of them
 * @param cutMillis the cut, in milliseconds since 1970-01-01 UTC
 * @param tables attributes of users and items; of the daily statistics only days before {@link #asOfDay} may be read
 * @param watch what counts as liked
 * @param seed the seed of the run; a source derives its own by name
 * @param workers threads to fit with, on which the result does not depend
 * @param progress where long steps report
 * @param memo what fits to the same log share
 * @param checkpoints where a fit that takes long keeps how far it is
 */
public record FitContext(
        InteractionLog log,
        WithheldPairs withheld,
        long cutMillis,
        SideTables tables,
        WatchRules watch,
        Seed seed,
        Workers workers,
        Progress progress,
        FitMemo memo,
        Checkpoints checkpoints) {
    /** A context that nothing else is fitted with, and that keeps nothing. */
    public FitContext(
            InteractionLog log,
            WithheldPairs withheld,
            long cutMillis,
            SideTables tables,
            WatchRules watch,
            Seed seed,
            Workers workers,
            Progress progress) {
        this(log, withheld, cutMillis, tables, watch, seed, workers, progress, new FitMemo(), Checkpoints.NONE);
    }

    public FitContext {
        if (log.firstRowAtOrAfter(cutMillis) < log.size()) {
            throw new IllegalArgumentException("the log has plays at or after the cut " + cutMillis);
        }
    }

    public int userCount() {
        return tables.userCount();
    }

    public int itemCount() {
        return tables.itemCount();
    }

    /** The plays of each pair, found once for all that share the memo. */
    public PairPlays pairs() {
        return PairPlays.of(log, userCount(), workers, memo);
    }

    /** A source fitted to this, once for all that share the memo. */
    public ItemScorer fitted(SourceConfig source) {
        return memo.get(new Fitted(log, cutMillis, withheld, seed, source), ItemScorer.class, () -> source.fit(this));
    }

    /** What a fitted source depends on. */
    private record Fitted(InteractionLog log, long cutMillis, WithheldPairs withheld, Seed seed, SourceConfig source) {}

    /**
     * What was known at an earlier instant; nothing is kept of how far a fit to it is.
     *
     * @param millis at most the cut, in milliseconds since 1970-01-01 UTC
     */
    public FitContext before(long millis) {
        return new FitContext(
                log.slice(0, log.firstRowAtOrAfter(millis)),
                withheld,
                millis,
                tables,
                watch,
                seed,
                workers,
                progress,
                memo,
                Checkpoints.NONE);
    }

    /** The local day of the cut, in days since 1970-01-01. */
    public int asOfDay() {
        return InteractionLog.dayOf(cutMillis, tables.zone());
    }
}
