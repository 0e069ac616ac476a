package dev.linger.recommender.order;

import dev.linger.candidates.Taste;
import dev.linger.data.ItemTable;
import dev.linger.data.RankedList;
import dev.linger.data.config.Key;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Raises videos whose plays make creators upload again: the places go to the videos of the largest
 *
 * <pre>
 * z(score) + weight * gain / sd(gain)
 * gain = [P(upload | received + 1 play to the end) - P(upload | received)] * P(watched through)
 * </pre>
 *
 * with z in standard deviations from the mean of the list and sd that of the gains of the list. P(upload) is a logistic regression
 * over what creators received and uploaded before a day, fitted to the log; P(watched through) is the liked share of the user's
 * plays of such videos ({@link Taste}), 1 where nothing is known of the user. Videos of unknown creators, and lists of a model that
 * had no uploads to learn from, gain nothing.
 */
public record CreatorUpliftConfig(
        @Key(
                        value = "so many first places are ordered, >= 1; the others follow as they were",
                        byDefault = "20",
                        because = "what a user sees in a session")
                int places,
        @Key(
                        value = "standard deviations of the score that one of the gain is worth, >= 0",
                        byDefault = "0.3",
                        because = "a few places, not the first")
                double weight,
        @Key(
                        value = "days in which an upload counts, from that of the request on, >= 1",
                        byDefault = "7",
                        because = "about as long as creators who upload at all wait")
                int days)
        implements OrdererConfig {
    public CreatorUpliftConfig {
        GreedySelection.requirePlaces(places);
        if (!(weight >= 0) || days < 1) {
            throw new IllegalArgumentException("weight must be >= 0 and days >= 1 but were " + weight + " and " + days);
        }
    }

    @Override
    public OptionalInt uploadDays() {
        return OptionalInt.of(days);
    }

    @Override
    public Orderer create(OrdererParts parts) {
        ItemTable items = parts.tables().itemTable();
        int[] creators = items.creatorCodes();
        return (scored, context) -> order(scored, gains(scored, context, items.tags(), creators));
    }

    private static double[] gains(RankedList scored, OrderContext context, int[][] tags, int[] creators) {
        double[] gains = new double[scored.size()];
        Optional<Taste> taste = Optional.empty();
        for (int at = 0; at < gains.length; at++) {
            int item = scored.items()[at];
            double uplift = creators[item] < 0 ? Double.NaN : context.uplift().of(creators[item]);
            if (!Double.isNaN(uplift)) {
                taste = taste.or(context.taste());
                gains[at] = uplift
                        * taste.map(of -> of.likedShare(creators[item], tags[item]))
                                .orElse(1.0);
            }
        }
        return gains;
    }

    private RankedList order(RankedList scored, double[] gains) {
        double[] worth = GreedySelection.standings(scored);
        double scale = GreedySelection.perDeviation(gains);
        for (int at = 0; at < worth.length; at++) {
            worth[at] += weight * gains[at] * scale;
        }
        return GreedySelection.byWorth(scored, places, worth);
    }
}
