package dev.linger.pipeline.report.tables;

import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.PairedBootstrap;
import dev.linger.pipeline.evaluation.ResampledLists;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.pipeline.evaluation.listwise.Recall;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the tables measure lists by.
 *
 * @param metrics at least one, in the order of the columns
 * @param cutoffs of the tables of many cutoffs, ascending
 * @param bootstrap gives the intervals of paired differences
 */
public record Measures(List<ListMetric> metrics, List<Integer> cutoffs, PairedBootstrap bootstrap) {
    private static final int TO_READ_FIRST = 2;

    public Measures {
        metrics = List.copyOf(metrics);
        cutoffs = List.copyOf(cutoffs);
        if (metrics.isEmpty()) {
            throw new IllegalArgumentException("there must be a metric but there is none");
        }
    }

    /** The first metric: the one whose differences and headroom are shown. */
    ListMetric headline() {
        return metrics.get(0);
    }

    /**
     * How many items of each list the tables look at.
     *
     * @param limit how many candidates a user gets at most
     */
    public int depth(int limit) {
        return IntStream.of(
                        limit,
                        CeilingTable.LONGEST,
                        cutoffs.stream().mapToInt(Integer::intValue).max().orElse(0),
                        metrics.stream().mapToInt(ListMetric::cutoff).max().orElse(0))
                .max()
                .getAsInt();
    }

    /** By what systems that were measured by the judgments are compared. */
    public ResampledLists.Comparing comparing(Judgments judgments) {
        return new ResampledLists.Comparing(metrics, toReadFirst(), bootstrap.twoWay(judgments));
    }

    /** The metrics that stand where there is room for few. */
    List<ListMetric> toReadFirst() {
        return toReadFirst(metrics);
    }

    /** The metrics, or their names, that stand where there is room for few: the first two. */
    public static <T> List<T> toReadFirst(List<T> metrics) {
        return metrics.subList(0, Math.min(TO_READ_FIRST, metrics.size()));
    }

    /** Some metrics and the recall of all candidates, where it is not among them. */
    static List<ListMetric> withRecall(List<ListMetric> metrics, int limit) {
        return Stream.concat(metrics.stream(), Stream.of(new Recall(limit)))
                .distinct()
                .toList();
    }
}
