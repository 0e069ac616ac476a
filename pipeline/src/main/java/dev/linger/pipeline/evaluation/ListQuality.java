package dev.linger.pipeline.evaluation;

import dev.linger.data.RankedList;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Qualities of the lists of the users counted beyond relevance. A slot is one place among the first k of one list. A
 * quality over nothing is NaN.
 *
 * @param cutoff k
 * @param lists the number of lists
 * @param coverage items of the universe in any slot / items of the universe
 * @param gini inequality of exposure over the n items of the universe: with {@code x_1 <= ... <= x_n} their slots, sum of
 *     (2 j - n - 1) x_j / (n sum of x_j); 0 if all are shown alike, (n - 1) / n if one fills every slot
 * @param popularityPercentile mean over slots of {@link ItemUniverse#popularityPercentile}
 * @param skippedShare slots whose item the user skipped in the test part / slots, over users shown anything in the test
 *     part; an item never shown to the user is not skipped
 * @param coldShare slots with an item that was not played before the cut / slots
 */
public record ListQuality(
        int cutoff,
        int lists,
        double coverage,
        double gini,
        double popularityPercentile,
        double skippedShare,
        double coldShare) {
    /** How many items of each list the tables count. */
    public static final int FIRST_PAGE = 10;

    /** Measures the first {@code cutoff} items of each list. */
    public static ListQuality of(List<RankedList> lists, ItemUniverse universe, Judgments judgments, int cutoff) {
        return SlotCounts.of(lists, universe, judgments, cutoff).quality(universe);
    }

    void write(ColumnWriter out) throws IOException {
        out.number(cutoff);
        out.number(lists);
        for (double value : new double[] {coverage, gini, popularityPercentile, skippedShare, coldShare}) {
            out.number(value);
        }
    }

    static ListQuality read(ColumnReader in) throws IOException {
        return new ListQuality(in.number(), in.number(), in.real(), in.real(), in.real(), in.real(), in.real());
    }

    /** Inequality of the slots of some things, as {@link #gini} says. */
    public static double gini(int[] slotsOf) {
        int[] ascending = slotsOf.clone();
        Arrays.sort(ascending);
        int n = ascending.length;
        double weighted = 0;
        for (int j = 1; j <= n; j++) {
            weighted += (2.0 * j - n - 1) * ascending[j - 1];
        }
        return weighted / ((double) n * sum(ascending));
    }

    private static long sum(int[] counts) {
        return Arrays.stream(counts).asLongStream().sum();
    }
}
