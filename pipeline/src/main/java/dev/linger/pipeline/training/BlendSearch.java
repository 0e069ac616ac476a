package dev.linger.pipeline.training;

import dev.linger.candidates.TopItems;
import dev.linger.data.RankedList;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.ListMetrics;
import dev.linger.pipeline.evaluation.listwise.Ndcg;
import dev.linger.pipeline.run.RunContext;
import dev.linger.ranker.BlendQuality;
import dev.linger.ranker.blend.BlendParts;
import dev.linger.recommender.retrieval.CandidateList;
import dev.linger.recommender.scoring.ListScoring;
import java.util.List;

/**
 * Measures blends on the validation days as the test will measure them: candidates of a stage one that was fitted before
 * those days, re-ranked, against what was relevant in them. The quality is the mean of NDCG@10 over the relevance rules.
 */
public final class BlendSearch implements BlendQuality {
    private static final Ndcg NDCG = new Ndcg(10);
    private static final int LISTS_PER_BLOCK = 64;

    private final ListScoring ranking;
    private final List<CandidateList> candidates;
    private final List<Judgments> judgments;
    private final RunContext run;

    public BlendSearch(ListScoring ranking, List<CandidateList> candidates, List<Judgments> judgments, RunContext run) {
        this.ranking = ranking;
        this.candidates = candidates;
        this.judgments = judgments;
        this.run = run;
    }

    @Override
    public OfWeights of(Parts parts) {
        double[][][] scores =
                ranking.score(candidates, "choose the blend", parts::scores, run.workers(), run.progress());
        for (double[][] ofList : scores) {
            for (double[] ofPart : ofList) {
                BlendParts.standardise(ofPart, 0, ofPart.length);
            }
        }
        return weights -> quality(scores, weights);
    }

    private double quality(double[][][] scores, double[] weights) {
        RankedList[] lists = new RankedList[scores.length];
        run.workers().forBlocks(lists.length, LISTS_PER_BLOCK, (from, to) -> {
            for (int list = from; list < to; list++) {
                lists[list] = top(candidates.get(list), scores[list], weights);
            }
        });
        double sum = 0;
        for (Judgments byRule : judgments) {
            sum += ListMetrics.of(byRule, List.of(lists), List.of(NDCG)).mean(NDCG);
        }
        return sum / judgments.size();
    }

    private static RankedList top(CandidateList list, double[][] scores, double[] weights) {
        TopItems top = new TopItems(NDCG.cutoff());
        for (int at = 0; at < list.size(); at++) {
            double score = 0;
            for (int part = 0; part < weights.length; part++) {
                score += weights[part] * scores[part][at];
            }
            top.offer(list.items()[at], score);
        }
        return top.drain(list.user());
    }
}
