package dev.linger.pipeline.experiment;

import dev.linger.features.FeatureRows;
import dev.linger.pipeline.cache.Lazy;
import dev.linger.pipeline.evaluation.Systems;
import dev.linger.pipeline.reranking.ScoredPlays;
import dev.linger.ranker.blend.Reranker;
import dev.linger.recommender.Recommender;
import java.util.List;

/**
 * What the recommender made of the candidates, and its rankers of the test plays.
 *
 * @param recommender the fitted whole
 * @param systems the candidates as each of its systems orders them
 * @param measured the test plays by the first member of its reranker, then by the constants that is measured against
 * @param sample feature rows of some of the candidates
 */
public record Ranked(Recommender recommender, Systems systems, List<ScoredPlays> measured, Lazy<FeatureRows> sample) {
    public Ranked {
        measured = List.copyOf(measured);
    }

    /** What orders the candidates. */
    public Reranker stageTwo() {
        return recommender.reranker();
    }
}
