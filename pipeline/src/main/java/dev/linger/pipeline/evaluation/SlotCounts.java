package dev.linger.pipeline.evaluation;

import dev.linger.data.RankedList;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * What fills the first places of lists, as counts that add up: those of several parts of the users give the
 * {@link ListQuality} of all.
 *
 * @param cutoff how many places of each list are counted
 * @param lists the number of lists
 * @param slotsOf by item, how many slots it fills
 * @param cold slots with an item that was not played before the cut
 * @param percentiles sum over slots of {@link ItemUniverse#popularityPercentile}
 * @param judged slots of users shown anything in the test part
 * @param skipped of these, slots with an item that the user skipped
 */
public record SlotCounts(int cutoff, int lists, int[] slotsOf, long cold, double percentiles, long judged, long skipped)
        implements Serializable {
    private static final long serialVersionUID = 1;

    /** Counts the first {@code cutoff} items of each list. */
    static SlotCounts of(List<RankedList> lists, ItemUniverse universe, Judgments judgments, int cutoff) {
        if (cutoff < 1) {
            throw new IllegalArgumentException("cutoff must be >= 1 but was " + cutoff);
        }
        int[] slotsOf = new int[universe.itemCount()];
        long cold = 0;
        double percentiles = 0;
        long judged = 0;
        long skips = 0;
        for (RankedList list : lists) {
            boolean isJudged = judgments.exposed(list.user()).length > 0;
            int[] skipped = judgments.skipped(list.user());
            for (int position = 0; position < Math.min(cutoff, list.size()); position++) {
                int item = list.items()[position];
                slotsOf[item]++;
                cold += universe.isWarm(item) ? 0 : 1;
                percentiles += universe.popularityPercentile(item);
                judged += isJudged ? 1 : 0;
                skips += isJudged && Arrays.binarySearch(skipped, item) >= 0 ? 1 : 0;
            }
        }
        return new SlotCounts(cutoff, lists.size(), slotsOf, cold, percentiles, judged, skips);
    }

    /** Those of two parts of the users together. */
    SlotCounts plus(SlotCounts other) {
        int[] sum = slotsOf.clone();
        Arrays.setAll(sum, item -> slotsOf[item] + other.slotsOf[item]);
        return new SlotCounts(
                cutoff,
                lists + other.lists,
                sum,
                cold + other.cold,
                percentiles + other.percentiles,
                judged + other.judged,
                skipped + other.skipped);
    }

    /** What these lists are like. */
    ListQuality quality(ItemUniverse universe) {
        int[] known = ofKnown(universe);
        long slots = Arrays.stream(slotsOf).asLongStream().sum();
        return new ListQuality(
                cutoff,
                lists,
                (double) Arrays.stream(known).filter(count -> count > 0).count() / known.length,
                ListQuality.gini(known),
                percentiles / slots,
                (double) skipped / judged,
                (double) cold / slots);
    }

    private int[] ofKnown(ItemUniverse universe) {
        int[] known = new int[universe.size()];
        int count = 0;
        for (int item = 0; item < slotsOf.length; item++) {
            if (universe.knows(item)) {
                known[count++] = slotsOf[item];
            }
        }
        return known;
    }
}
