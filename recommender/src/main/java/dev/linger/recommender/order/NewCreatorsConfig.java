package dev.linger.recommender.order;

import dev.linger.candidates.Taste;
import dev.linger.data.ItemTable;
import dev.linger.data.RankedList;
import dev.linger.data.config.Key;
import java.util.Arrays;

/**
 * Raises creators who have just begun, within their audience: the places go to the videos of the largest
 *
 * <pre>
 * z(score) + weight * [0 &lt;= day - first upload of the creator &lt; days] * [liked(u, creator and tags of v) > liked(u)]
 * </pre>
 *
 * with z in standard deviations from the mean of the list, {@code liked(u)} the liked share of all plays of the user and {@code liked(u,
 * v)} that of plays of such videos ({@link Taste}). Creators none of whose upload days is known are not new; users of whom nothing is
 * known are in nobody's audience.
 */
public record NewCreatorsConfig(
        @Key(
                        value = "so many first places are ordered, >= 1; the others follow as they were",
                        byDefault = "20",
                        because = "what a user sees in a session")
                int places,
        @Key(
                        value = "standard deviations of the score that a new creator is raised by, >= 0",
                        byDefault = "0.3",
                        because = "a few places, not the first")
                double weight,
        @Key(
                        value = "a creator is new for so many days from the first upload on, >= 1",
                        byDefault = "30",
                        because = "a month to find an audience in")
                int days)
        implements OrdererConfig {
    private static final int UNKNOWN_CREATOR = -1;
    private static final int[] NO_TAGS = {};

    public NewCreatorsConfig {
        GreedySelection.requirePlaces(places);
        if (!(weight >= 0) || Double.isInfinite(weight) || days < 1) {
            throw new IllegalArgumentException(
                    "weight must be >= 0 and finite, and days >= 1, but were " + weight + " and " + days);
        }
    }

    @Override
    public Orderer create(OrdererParts parts) {
        ItemTable items = parts.tables().itemTable();
        int[] firstUpload = firstUploads(items);
        return (scored, context) -> context.taste()
                .get()
                .map(taste -> order(scored, taste, context.day(), items, firstUpload))
                .orElse(scored);
    }

    /** Of each item the day of the first upload of its creator. */
    private static int[] firstUploads(ItemTable items) {
        int[] creators = items.creatorCodes();
        int[] first = new int[Arrays.stream(creators).max().orElse(UNKNOWN_CREATOR) + 1];
        Arrays.fill(first, ItemTable.UNKNOWN_DAY);
        for (int item = 0; item < creators.length; item++) {
            int day = items.uploadDay()[item];
            if (creators[item] >= 0 && day != ItemTable.UNKNOWN_DAY) {
                int known = first[creators[item]];
                first[creators[item]] = known == ItemTable.UNKNOWN_DAY ? day : Math.min(known, day);
            }
        }
        return Arrays.stream(creators)
                .map(creator -> creator < 0 ? ItemTable.UNKNOWN_DAY : first[creator])
                .toArray();
    }

    private RankedList order(RankedList scored, Taste taste, int day, ItemTable items, int[] firstUpload) {
        int[] creators = items.creatorCodes();
        double ofAll = taste.likedShare(UNKNOWN_CREATOR, NO_TAGS);
        double[] worth = GreedySelection.standings(scored);
        for (int at = 0; at < worth.length; at++) {
            int item = scored.items()[at];
            if (isNew(firstUpload[item], day) && taste.likedShare(creators[item], items.tags()[item]) > ofAll) {
                worth[at] += weight;
            }
        }
        return GreedySelection.byWorth(scored, places, worth);
    }

    private boolean isNew(int first, int day) {
        return first != ItemTable.UNKNOWN_DAY && first <= day && (long) day - first < days;
    }
}
