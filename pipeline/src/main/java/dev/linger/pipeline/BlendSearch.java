package dev.linger.pipeline;

import dev.linger.data.RankedList;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.ListMetric;
import dev.linger.pipeline.evaluation.ListMetrics;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.training.BlendRanker;
import java.util.List;

/**
 * Measures blends on the validation days as the test will measure them: candidates of a stage one that was fitted before
 * those days, re-ranked, against what was relevant in them.
 */
final class BlendSearch {
    private static final int CUTOFF = 10;

    private final ListRanking ranking;
    private final List<ItemsToRank> candidates;
    private final Judgments judgments;

    BlendSearch(ListRanking ranking, StageOne stageOne, Judgments judgments, int limit, RunContext run) {
        this.ranking = ranking;
        this.candidates =
                stageOne.retrieval().topItems(judgments.users(), limit, run.workers(), run.progress()).stream()
                        .map(ItemsToRank::of)
                        .toList();
        this.judgments = judgments;
    }

    /** NDCG@10 of the base blended with each weight; the base scores each candidate once. */
    double[] quality(Ranker base, List<Double> weights) {
        List<List<RankedList>> byWeight = ranking.rank(candidates, "choose the blend", rows -> {
            double[] scores = new double[rows.size()];
            base.score(rows, scores);
            return weights.stream()
                    .map(weight -> BlendRanker.blend(rows, scores, weight))
                    .toArray(double[][]::new);
        });
        return byWeight.stream()
                .mapToDouble(lists -> ListMetrics.of(judgments, lists, CUTOFF).mean(ListMetric.NDCG, CUTOFF))
                .toArray();
    }
}
