package dev.linger.ranker;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How good the chances of one head are on rows that it did not learn from.
 *
 * @param head its name
 * @param rows how many there are
 * @param share of the rows that reach the objective
 * @param predicted mean chance before it was calibrated by these rows
 * @param auc share of pairs of rows, one of which reaches the objective, that are in order; NaN where none or all do
 * @param logLoss mean of -ln of the chance given to what came, before it was calibrated
 * @param calibrated the same after
 */
public record HeadQuality(
        String head, long rows, double share, double predicted, double auc, double logLoss, double calibrated) {
    /** The AUC of scores: {@code (sum of the ranks of ones - n1 (n1 + 1) / 2) / (n1 n0)}, equal scores having their mean rank. */
    public static double auc(double[] scores, float[] labels) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> scores[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        double ranks = 0;
        long ones = 0;
        for (int begin = 0; begin < order.length; ) {
            int end = begin;
            int onesHere = 0;
            while (end < order.length && scores[order[end]] == scores[order[begin]]) {
                onesHere += labels[order[end++]] > 0 ? 1 : 0;
            }
            ranks += onesHere * (begin + 1 + end) / 2.0;
            ones += onesHere;
            begin = end;
        }
        return (ranks - ones * (ones + 1) / 2.0) / ((double) ones * (order.length - ones));
    }

    /** The mean of some labels. */
    public static double share(float[] labels) {
        return Arrays.stream(IntStream.range(0, labels.length)
                        .mapToDouble(row -> labels[row])
                        .toArray())
                .average()
                .orElse(Double.NaN);
    }
}
