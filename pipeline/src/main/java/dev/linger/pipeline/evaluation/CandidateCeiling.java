package dev.linger.pipeline.evaluation;

import dev.linger.data.RankedList;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import dev.linger.pipeline.evaluation.listwise.Recall;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much of what was relevant a candidate list of a given length holds: no order of the candidates can do better.
 *
 * <p>Warm items were played before the cut, cold ones were not. Recalls are averages over users with a relevant item of the kind,
 * and NaN where nobody has one; a source that knows only what was played has a cold recall of 0.
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
        int longest = IntStream.of(limits).max().orElse(0);
        return of(ListMetrics.of(judgments, candidates, longest), judgments, universe, limits);
    }

    /** The same of lists that were measured by these judgments. */
    public static List<CandidateCeiling> of(
            ListMetrics ofAll, Judgments judgments, ItemUniverse universe, int... limits) {
        Judgments warm = judgments.where((user, item) -> universe.isWarm(item));
        Judgments cold = judgments.where((user, item) -> !universe.isWarm(item));
        List<Recall> recalls = IntStream.of(limits).mapToObj(Recall::new).toList();
        ListMetrics ofWarm = ofAll.within(warm);
        ListMetrics ofCold = ofAll.within(cold);
        double coldShare = (double) cold.relevantPairs() / judgments.relevantPairs();
        return recalls.stream()
                .map(recall -> new CandidateCeiling(
                        recall.cutoff(), ofAll.mean(recall), ofWarm.mean(recall), ofCold.mean(recall), coldShare))
                .toList();
    }

    void write(ColumnWriter out) throws IOException {
        out.number(limit);
        for (double value : new double[] {recall, warmRecall, coldRecall, coldShare}) {
            out.number(value);
        }
    }

    static CandidateCeiling read(ColumnReader in) throws IOException {
        return new CandidateCeiling(in.number(), in.real(), in.real(), in.real(), in.real());
    }
}
