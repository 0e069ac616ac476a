package dev.linger.candidates;

import dev.linger.data.InteractionLog;
import dev.linger.data.SideData;
import dev.linger.data.SideTables;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.source.DataSize;
import dev.linger.data.store.ModelReader;
import java.util.Optional;
import java.util.Set;

/**
 * A source of candidates: its keys, how it is fitted, and how what was fitted is read again. Registered by name ({@link
 * dev.linger.data.config.ConfigTypes}); Linger's own are listed in {@code dev.linger.candidates.sources}.
 *
 * <p>The contract, which {@code SourceContract} tests: fitting depends on nothing but the context, so the result is the same
 * for any number of threads and never looks at or after the cut; a scorer that is written and read gives the same scores
 * and signals bit for bit.
 */
public interface SourceConfig {
    /** Fits the source to what was known before an instant. */
    ItemScorer fit(FitContext context);

    /**
     * Reads what {@link ItemScorer#write} of a scorer fitted with this configuration wrote.
     *
     * @param tables the same users, items and attributes that it was fitted with
     * @throws dev.linger.data.InputException where the files do not fit the configuration or the tables
     */
    ItemScorer read(ModelReader from, SideTables tables);

    /**
     * The source as it goes on counting plays; empty where a play changes its scores only when it is fitted again, or only those
     * of the user ({@link ItemScorer#foldIn}).
     *
     * @param log the plays that it was fitted to, all before the cut
     * @param cutMillis the cut, in milliseconds since 1970-01-01 UTC
     * @param watch what counts as liked
     */
    default Optional<CountingScorer> counting(InteractionLog log, long cutMillis, int itemCount, WatchRules watch) {
        return Optional.empty();
    }

    /** Whether a scorer of it compares videos ({@link ItemScorer#similarity}). */
    default boolean comparesItems() {
        return false;
    }

    /** Whether a scorer of it tells how sure its scores are ({@link ItemScorer#posterior}). */
    default boolean hasPosterior() {
        return false;
    }

    /** Whether a scorer of it has embeddings ({@link ItemScorer#embeddings}). */
    default boolean hasEmbeddings() {
        return false;
    }

    /** What it is fitted to. Where a data set lacks some of it, the source knows less, or tells no two videos apart. */
    default Set<SideData> uses() {
        return Set.of(SideData.PLAYS);
    }

    /**
     * The same fitted with a share of the effort, for a first look among many settings; this itself where less effort makes
     * no sense.
     *
     * @param share above 0, at most 1
     */
    default SourceConfig withEffort(double share) {
        return this;
    }

    /**
     * About how many bytes of heap it needs beyond what every source needs for the plays, at most: what its own keys can
     * make too large. A run whose heap cannot hold them is refused before it starts.
     *
     * @param threads how many fit at a time
     */
    default double heapBytes(DataSize size, int threads) {
        return 0;
    }

    /** About how many seconds of one thread a fit to all plays takes beyond the few that every source may take. */
    default double fitSeconds(DataSize size) {
        return 0;
    }

    /** Whether it has one order for all users, and so can stand in for sources that do not know the user. */
    default boolean isSameForAll() {
        return false;
    }
}
