package dev.linger.pipeline.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Corrects the p-values of several comparisons that are looked at together. With the m values sorted ascending, the k-th
 * (from 1) becomes the largest of {@code min(1, (m - j + 1) p_j)} over {@code j <= k}; where those at or below .05 are
 * believed, the chance to believe one wrongly is at most .05 over all of them.
 *
 * <p>Source: Holm, A Simple Sequentially Rejective Multiple Test Procedure, Scandinavian Journal of Statistics 6, 1979.
 */
public final class Holm {
    private Holm() {}

    /**
     * The corrected values, in the order given.
     *
     * @param pValues 0 to 1, or NaN for what was not compared, which stays and does not count
     */
    public static double[] corrected(double[] pValues) {
        double[] corrected = pValues.clone();
        List<Integer> ascending = IntStream.range(0, pValues.length)
                .filter(at -> !Double.isNaN(pValues[at]))
                .boxed()
                .sorted(Comparator.comparingDouble(at -> pValues[at]))
                .toList();
        double largest = 0;
        for (int rank = 0; rank < ascending.size(); rank++) {
            int at = ascending.get(rank);
            largest = Math.max(largest, Math.min(1, (ascending.size() - rank) * pValues[at]));
            corrected[at] = largest;
        }
        return corrected;
    }
}
