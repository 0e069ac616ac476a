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
        return of(ListMetrics.of(judgments, candidates, longest), Kinds.of(judgments, universe), limits);
    }

    /**
     * What is relevant, and parts of it.
     *
     * @param all the whole
     * @param warm what was played before the cut
     * @param cold what was not
     */
    public record Kinds(Judgments all, Judgments warm, Judgments cold) {
        public static Kinds of(Judgments judgments, ItemUniverse universe) {
            return new Kinds(
                    judgments,
                    judgments.where((user, item) -> universe.isWarm(item)),
                    judgments.where((user, item) -> !universe.isWarm(item)));
        }

        double coldShare() {
            return (double) cold.relevantPairs() / all.relevantPairs();
        }
    }

    /** The same of lists that were measured by all of the judgments. */
    public static List<CandidateCeiling> of(ListMetrics ofAll, Kinds kinds, int... limits) {
        List<Recall> recalls = IntStream.of(limits).mapToObj(Recall::new).toList();
        ListMetrics ofWarm = ofAll.within(kinds.warm());
        ListMetrics ofCold = ofAll.within(kinds.cold());
        return recalls.stream()
                .map(recall -> new CandidateCeiling(
                        recall.cutoff(),
                        ofAll.mean(recall),
                        ofWarm.mean(recall),
                        ofCold.mean(recall),
                        kinds.coldShare()))
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
