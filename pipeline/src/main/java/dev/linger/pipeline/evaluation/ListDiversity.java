package dev.linger.pipeline.evaluation;

import dev.linger.data.ItemTable;
import dev.linger.data.RankedList;
import dev.linger.recommender.order.TagMix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How mixed the first k videos of lists are. A quality over nothing is NaN.
 *
 * @param creators mean over lists of (distinct known creators / videos of known creator)
 * @param tags mean over lists of the effective tags, {@link TagMix#effectiveTags}
 * @param fewestTags those of the list that a hundredth of the lists is below
 * @param creatorGini inequality of exposure over the creators that any list could show, as {@link ListQuality#gini} has it over
 *     videos
 */
public record ListDiversity(double creators, double tags, double fewestTags, double creatorGini) {
    private static final double FEWEST = 0.01;

    /**
     * Measures the first {@code cutoff} items of each list.
     *
     * @param universe the items that could have been listed
     */
    public static ListDiversity of(List<RankedList> lists, ItemTable items, ItemUniverse universe, int cutoff) {
        int[] creatorOf = items.creatorCodes();
        TagMix mix = new TagMix(items);
        double[] tags = new double[lists.size()];
        int[] slotsOf = new int[Arrays.stream(creatorOf).max().orElse(-1) + 1];
        double creators = 0;
        int listsWithCreators = 0;
        for (int at = 0; at < tags.length; at++) {
            int[] first = lists.get(at).top(cutoff).items();
            tags[at] = TagMix.effectiveTags(mix.of(first));
            int[] known = Arrays.stream(first)
                    .map(item -> creatorOf[item])
                    .filter(creator -> creator >= 0)
                    .toArray();
            Arrays.stream(known).forEach(creator -> slotsOf[creator]++);
            if (known.length > 0) {
                creators += (double) Arrays.stream(known).distinct().count() / known.length;
                listsWithCreators++;
            }
        }
        Arrays.sort(tags);
        return new ListDiversity(
                creators / listsWithCreators,
                Arrays.stream(tags).average().orElse(Double.NaN),
                tags.length == 0 ? Double.NaN : tags[(int) (FEWEST * tags.length)],
                ListQuality.gini(slotsOfListable(slotsOf, creatorOf, universe)));
    }

    /** The slots of those creators alone who have a video in the universe. */
    private static int[] slotsOfListable(int[] slotsOf, int[] creatorOf, ItemUniverse universe) {
        return IntStream.range(0, creatorOf.length)
                .filter(item -> universe.knows(item) && creatorOf[item] >= 0)
                .map(item -> creatorOf[item])
                .distinct()
                .map(creator -> slotsOf[creator])
                .toArray();
    }
}
