package dev.linger.pipeline.retrieval;

import dev.linger.candidates.FitContext;
import dev.linger.candidates.FitMemo;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.PairPlays;
import dev.linger.candidates.SeenItems;
import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.Universe;
import dev.linger.candidates.WithheldPairs;
import dev.linger.data.DailyStats;
import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.data.WatchMatrix;
import dev.linger.data.duration.WatchRules;
import dev.linger.pipeline.cache.CacheKey;
import dev.linger.pipeline.cache.Kept;
import dev.linger.pipeline.cache.StepCheckpoints;
import dev.linger.pipeline.config.CandidatesConfig;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.protocol.TrainingWindow;
import dev.linger.pipeline.run.RunContext;
import dev.linger.recommender.retrieval.Eligibility;
import dev.linger.recommender.retrieval.FittedSource;
import dev.linger.recommender.retrieval.Retriever;
import dev.linger.recommender.retrieval.SeenRule;
import java.util.List;
import java.util.function.Supplier;

/**
 * Fits sources, and the retriever that they make, to the rows before an instant.
 *
 * @param dataset whose log the windows are of
 * @param config what is fitted
 * @param watch what counts as liked
 * @param withheld the pairs of the small matrix, which were taken out of the log
 */
public record RetrieverTrainer(
        Dataset dataset, CandidatesConfig config, WatchRules watch, WithheldPairs withheld, RunContext run) {
    private static final String FALLBACK = "fallback";

    public RetrieverTrainer(Dataset dataset, CandidatesConfig config, WatchRules watch, RunContext run) {
        this(dataset, config, watch, withheld(dataset), run);
    }

    private static WithheldPairs withheld(Dataset dataset) {
        WatchMatrix small = dataset.smallMatrix();
        return small == null
                ? WithheldPairs.none(dataset.userCount(), dataset.itemCount())
                : WithheldPairs.of(small.user(), small.item(), dataset.userCount(), dataset.itemCount());
    }

    /** The same with another fallback. */
    public RetrieverTrainer withFallback(SourceConfig fallback) {
        return new RetrieverTrainer(dataset, config.withFallback(fallback), watch, withheld, run);
    }

    /** The same, with what earlier runs kept of its fits counted elsewhere. */
    RetrieverTrainer uncounted() {
        return new RetrieverTrainer(
                dataset, config, watch, withheld, run.with(run.cache().uncounted()));
    }

    /** The retriever of chosen sources, fitted to a window. */
    public DatedRetriever fitted(List<RetrievalChoices.Source> chosen, TrainingWindow window) {
        FitMemo memo = new FitMemo();
        return retriever(
                chosen.stream()
                        .map(source -> fit(source.name(), source.config(), window, memo))
                        .toList(),
                window,
                memo);
    }

    /** Fits one source. */
    public FittedSource fit(String name, SourceConfig source, TrainingWindow window) {
        return fit(name, source, window, new FitMemo());
    }

    /** The same, sharing with others that are fitted to the window. */
    FittedSource fit(String name, SourceConfig source, TrainingWindow window, FitMemo memo) {
        TrainingWindow given = name.equals(config.sourceNames().get(0)) ? withInterventions(window) : window;
        CacheKey states = run.cache().key("states", given.log().size(), given.cutMillis());
        FitContext context = new FitContext(
                given.log(),
                withheld,
                given.cutMillis(),
                dataset.tables(),
                watch,
                run.seed(),
                run.workers(),
                run.progress(),
                memo,
                new StepCheckpoints(run.cache(), states));
        CacheKey key = run.cache()
                .key(
                        "fit",
                        (Supplier<String>) () -> LingerConfig.flat(SourceConfig.class, source),
                        given.log().size(),
                        given.cutMillis());
        Kept<ItemScorer> kept = Kept.of(ItemScorer::write, from -> source.read(from, dataset.tables()));
        return new FittedSource(name, source, run.cache().get(key, kept, () -> context.fitted(source)));
    }

    /** What the first source is fitted to: in an audit, maybe rows that it should not see. */
    private TrainingWindow withInterventions(TrainingWindow window) {
        InteractionLog rows = run.interventions().firstSourceRows().apply(window.log(), dataset.log());
        return rows.equals(window.log()) ? window : new TrainingWindow(rows, afterLast(rows));
    }

    private static long afterLast(InteractionLog rows) {
        return rows.timestampMillis(rows.size() - 1) + 1;
    }

    /** The retriever of the same sources and the fallback, fitted to other rows. */
    DatedRetriever refitted(List<FittedSource> sources, TrainingWindow window) {
        return fitted(sources.stream().map(RetrievalChoices.Source::of).toList(), window);
    }

    /** The retriever of sources that were fitted to a window elsewhere. */
    public DatedRetriever retriever(List<FittedSource> sources, TrainingWindow window) {
        return retriever(sources, window, new FitMemo());
    }

    /**
     * The retriever of sources that were fitted to a window.
     *
     * @param memo what they were fitted with
     */
    DatedRetriever retriever(List<FittedSource> sources, TrainingWindow window, FitMemo memo) {
        Retriever retriever = new Retriever(sources, fallback(sources, window, memo), eligibility(window, memo));
        return new DatedRetriever(retriever, window.cutMillis(), window.asOfDay(dataset));
    }

    /** The fallback: one of the sources, or fitted for itself. */
    FittedSource fallback(List<FittedSource> sources, TrainingWindow window, FitMemo memo) {
        return sources.stream()
                .filter(source -> source.config().equals(config.fallback()))
                .findFirst()
                .orElseGet(() -> fit(FALLBACK, config.fallback(), window, memo));
    }

    /**
     * What may be recommended: videos played, or counted in the daily statistics, before the instant, less those the user
     * has played, unless they may come again ({@link CandidatesConfig#seenRule}), and the pairs of the small matrix, which
     * were taken out of the log, so that none of them can ever be found relevant there.
     */
    public Eligibility eligibility(TrainingWindow window) {
        return eligibility(window, new FitMemo());
    }

    /** The same, sharing with what is fitted to the window. */
    Eligibility eligibility(TrainingWindow window, FitMemo memo) {
        SeenItems played = played(window, memo);
        int day = window.asOfDay(dataset);
        return new Eligibility(
                universe(window),
                dataset.smallMatrix() == null ? played : played.with(withheld.byUser()),
                config.seenRule(),
                config.filters().stream()
                        .map(filter -> filter.create(dataset.tables(), day))
                        .toList());
    }

    /** What users have played and may not be recommended again at the instant. */
    private SeenItems played(TrainingWindow window, FitMemo memo) {
        SeenRule rule = config.seenRule();
        InteractionLog log = window.log();
        if (rule.isForever()) {
            return SeenItems.of(PairPlays.of(log, dataset.userCount(), run.workers(), memo));
        }
        InteractionLog late = log.slice(log.firstRowAtOrAfter(rule.since(window.cutMillis())), log.size());
        return SeenItems.withTimes(PairPlays.of(late, dataset.userCount(), run.workers()));
    }

    /** The videos that may be recommended to somebody. */
    public Universe universe(TrainingWindow window) {
        int day = window.asOfDay(dataset);
        return Universe.playedIn(window.log(), dataset.itemCount())
                .with(item -> dataset.dailyStats().latestBefore(item, day) != DailyStats.NONE);
    }
}
