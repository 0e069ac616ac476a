package dev.linger.pipeline.training;

import dev.linger.pipeline.cache.CacheKey;
import dev.linger.pipeline.cache.Lazy;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.reranking.FixedCandidates;
import dev.linger.pipeline.reranking.KnownScores;
import dev.linger.pipeline.reranking.ListsToScore;
import dev.linger.pipeline.reranking.RankableLists;
import dev.linger.pipeline.reranking.ReplayFactory;
import dev.linger.pipeline.retrieval.RetrievalResult;
import dev.linger.pipeline.run.RunContext;
import dev.linger.recommender.scoring.ListScoring;

/** The lists by which the weights of blends are chosen, as they were asked for when the validation window began. */
public final class ValidationLists {
    private final Holdout holdout;
    private final RetrievalResult retrieved;
    private final KnownScores known;
    private final RunContext run;
    private final Lazy<ListScoring> scoring;

    public ValidationLists(
            ReplayFactory replays, Holdout holdout, RetrievalResult retrieved, KnownScores known, RunContext run) {
        this.holdout = holdout;
        this.retrieved = retrieved;
        this.known = known;
        this.run = run;
        this.scoring = Lazy.of(() -> replays.scoring(
                holdout.beforeValidation(), retrieved.beforeTest().columns().columns(), run));
    }

    Holdout holdout() {
        return holdout;
    }

    RunContext run() {
        return run;
    }

    /** The candidates of a stage one that was fitted to the rows before. */
    ListsToScore candidates() {
        return new ListsToScore(
                retrieved.key().then("validation-candidates"),
                RankableLists.of(retrieved.validationCandidates()),
                scoring,
                known);
    }

    /** The videos that the question of preference is about. */
    ListsToScore given() {
        CacheKey key = retrieved.key().then("preference-lists");
        return new ListsToScore(
                key,
                FixedCandidates.of(
                        holdout.preference().lists(),
                        retrieved.beforeValidation().columns(),
                        key,
                        run),
                scoring,
                known);
    }
}
