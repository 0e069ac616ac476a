package dev.linger.pipeline;

import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.Retrieval;
import dev.linger.candidates.SeenItems;
import dev.linger.candidates.Universe;
import dev.linger.candidates.als.AlsConfig;
import dev.linger.candidates.als.AlsModel;
import dev.linger.candidates.als.AlsTrainer;
import dev.linger.candidates.baseline.ItemKnnTrainer;
import dev.linger.candidates.baseline.Popularity;
import dev.linger.candidates.baseline.RandomOrder;
import dev.linger.candidates.baseline.RatePopularity;
import dev.linger.candidates.baseline.RecentLiked;
import dev.linger.candidates.baseline.ShortestFirst;
import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.data.WatchMatrix;
import dev.linger.pipeline.config.CandidatesConfig;
import dev.linger.pipeline.config.CandidatesConfig.Fallback;
import java.util.List;

/**
 * Stage one as fitted to the log before an instant: ALS, with a fallback for users it knows nothing of, over the
 * videos played before the instant, less those a user has seen.
 */
final class StageOne {
    private final Dataset dataset;
    private final InteractionLog training;
    private final CandidatesConfig config;
    private final RunContext run;
    private final Universe universe;
    private final SeenItems seen;
    private final ItemScorer fallback;
    private final long cutMillis;
    private final AlsModel als;

    private StageOne(
            Dataset dataset,
            InteractionLog training,
            long cutMillis,
            CandidatesConfig config,
            AlsConfig alsConfig,
            RunContext run) {
        this.dataset = dataset;
        this.training = training;
        this.config = config;
        this.run = run;
        this.universe = Universe.playedIn(training, dataset.itemCount());
        this.seen = seen(dataset, training);
        this.cutMillis = cutMillis;
        this.fallback = scorer(config.fallback());
        this.als = AlsTrainer.train(
                training,
                dataset.userCount(),
                dataset.itemCount(),
                alsConfig,
                run.seed().derive("als"),
                run.workers(),
                run.progress());
    }

    /**
     * Fits to the rows given and looks at no others.
     *
     * @param training all rows before the instant
     * @param cutMillis the instant
     * @param alsConfig one of the settings of ALS
     */
    static StageOne fit(
            Dataset dataset,
            InteractionLog training,
            long cutMillis,
            CandidatesConfig config,
            AlsConfig alsConfig,
            RunContext run) {
        return new StageOne(dataset, training, cutMillis, config, alsConfig, run);
    }

    /**
     * What can be no candidate: what the user has played, and the pairs of the small matrix, which were taken out of the
     * log, so that none of them can ever be found relevant there.
     */
    private static SeenItems seen(Dataset dataset, InteractionLog training) {
        SeenItems played = SeenItems.of(training, dataset.userCount());
        WatchMatrix small = dataset.smallMatrix();
        return small == null ? played : played.with(small.user(), small.item());
    }

    AlsModel als() {
        return als;
    }

    /** ALS order. */
    Retrieval retrieval() {
        return new Retrieval(als, fallback, universe, seen);
    }

    /** The order of another scorer over the same videos; users it knows nothing of get the fallback's. */
    Retrieval retrieval(ItemScorer scorer) {
        return new Retrieval(scorer, fallback, universe, seen);
    }

    /** The lists ALS is measured against, fitted to the same rows. */
    List<ItemScorer> baselines() {
        int items = dataset.itemCount();
        return List.of(
                new RandomOrder(items, run.seed().derive("random order")),
                scorer(Fallback.POPULARITY),
                scorer(Fallback.RATE_POPULARITY),
                scorer(Fallback.RECENT_LIKED),
                ShortestFirst.of(training, items),
                ItemKnnTrainer.train(
                        training, dataset.userCount(), items, config.itemKnn(), run.workers(), run.progress()));
    }

    private ItemScorer scorer(Fallback order) {
        int items = dataset.itemCount();
        return switch (order) {
            case POPULARITY -> Popularity.of(training, items);
            case RATE_POPULARITY -> RatePopularity.of(training, items, config.likedAbove(), config.ratePriorPlays());
            case RECENT_LIKED ->
                RecentLiked.of(training, items, config.likedAbove(), config.recentHalfLifeDays(), cutMillis);
        };
    }
}
