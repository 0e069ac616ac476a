package dev.linger.recommender.order;

import dev.linger.data.config.Key;
import java.util.Optional;

/**
 * A list whose mix of tags is that of what the user liked (Steck, RecSys 2018): the next item makes the largest of {@code (1 -
 * weight) * (mean z(score)) - weight * KL(shares of tags among liked plays, among the list)}. Users of whose tags nothing is
 * known keep their list.
 */
public record CalibratedConfig(
        @Key(
                        value = "so many first places are ordered, >= 1; the others follow as they were",
                        byDefault = "20",
                        because = "what a user sees in a session")
                int places,
        @Key(value = "weight of the mix, in [0, 1]", byDefault = "0.5", because = "a few places, not the first")
                double weight)
        implements OrdererConfig {
    public CalibratedConfig {
        GreedySelection.requirePlaces(places);
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("weight must be in [0, 1] but was " + weight);
        }
    }

    @Override
    public Orderer create(OrdererParts parts) {
        TagMix mix = new TagMix(parts.tables().itemTable());
        return (scored, context) -> {
            Optional<double[]> wanted = TagMix.liked(context.taste().get());
            return wanted.isEmpty() ? scored : mix.order(scored, places, weight, wanted.get());
        };
    }
}
