package dev.linger.pipeline.evaluation;

import dev.linger.data.RankedList;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of what was relevant a candidate list of a given length holds: no order of the candidates can do better.
 *
 * <p>Warm items lie in the universe, cold ones do not. Recalls are averages over users with a relevant item of the kind,
 * and NaN where nobody has one; a source that knows only the universe has a cold recall of 0.
 *
 * @param limit how many candidates N
 * @param recall Recall@N over all relevant items
 * @param warmRecall Recall@N with the warm relevant items as the whole
 * @param coldRecall Recall@N with the cold relevant items as the whole
 * @param coldShare cold relevant (user, item) pairs / relevant pairs, the same for every N
 */
public record CandidateCeiling(int limit, double recall, double warmRecall, double coldRecall, double coldShare) {

    /** The ceilings at several lengths, in the order asked for. */
    public static List<CandidateCeiling> of(
            List<RankedList> candidates, Judgments judgments, ItemUniverse universe, int... limits) {
        Judgments warm = judgments.where((user, item) -> universe.knows(item));
        Judgments cold = judgments.where((user, item) -> !universe.knows(item));
        ListMetrics ofAll = ListMetrics.of(judgments, candidates, limits);
        ListMetrics ofWarm = ListMetrics.of(warm, candidates, limits);
        ListMetrics ofCold = ListMetrics.of(cold, candidates, limits);
        double coldShare = (double) cold.relevantPairs() / judgments.relevantPairs();
        List<CandidateCeiling> ceilings = new ArrayList<>();
        for (int limit : limits) {
            ceilings.add(new CandidateCeiling(
                    limit,
                    ofAll.mean(ListMetric.RECALL, limit),
                    ofWarm.mean(ListMetric.RECALL, limit),
                    ofCold.mean(ListMetric.RECALL, limit),
                    coldShare));
        }
        return List.copyOf(ceilings);
    }
}
