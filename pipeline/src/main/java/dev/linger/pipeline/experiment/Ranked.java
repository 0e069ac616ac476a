package dev.linger.pipeline.experiment;

import dev.linger.features.FeatureRows;
import dev.linger.pipeline.cache.Lazy;
import dev.linger.pipeline.evaluation.Systems;
import dev.linger.pipeline.reranking.ScoredPlays;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.blend.Reranker;
import dev.linger.recommender.Recommender;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the recommender made of the candidates, and its rankers of the test plays.
 *
 * @param recommender the fitted whole
 * @param systems the candidates as each of its systems orders them
 * @param rankers the first member of its reranker, then the constants its predictions are measured against
 * @param predictions of the test plays, {@code [ranker][play]}
 * @param sample feature rows of some of the candidates
 */
public record Ranked(
        Recommender recommender,
        Systems systems,
        List<Ranker> rankers,
        double[][] predictions,
        Lazy<FeatureRows> sample) {
    /** What orders the candidates. */
    public Reranker stageTwo() {
        return recommender.reranker();
    }

    /** What is measured play by play. */
    public List<ScoredPlays> measured() {
        return IntStream.range(0, rankers.size())
                .mapToObj(ranker -> new ScoredPlays(rankers.get(ranker), predictions[ranker]))
                .toList();
    }
}
