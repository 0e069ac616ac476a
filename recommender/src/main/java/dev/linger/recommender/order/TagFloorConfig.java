package dev.linger.recommender.order;

import dev.linger.data.RankedList;
import dev.linger.data.config.Key;
import java.util.Arrays;

/**
 * Keeps a list from narrowing down to a few tags: where its first places have fewer than {@code least} effective tags, {@code
 * exp(entropy of the shares)}, they are pulled toward what the user likes over all, by the smallest weight of 0, .1, ..., 1 that
 * mends it, as {@link CalibratedConfig} does it. Where what the user likes has too few itself, as much of the candidates' own mix
 * is added to it as is needed. A list that has enough stays as it is. The entropy of a mixture is at least the mean of
 * entropies, so who watches such lists has no fewer in the long run.
 */
public record TagFloorConfig(
        @Key(
                        value = "so many first places have enough, >= 1; the others follow as they were",
                        byDefault = "20",
                        because = "what a user sees in a session")
                int places,
        @Key(
                        value = "fewest effective tags, > 1",
                        byDefault = "4.0",
                        because = "a list of four subjects still is of somebody")
                double least)
        implements OrdererConfig {
    private static final int STEPS = 10;

    public TagFloorConfig {
        GreedySelection.requirePlaces(places);
        if (!(least > 1)) {
            throw new IllegalArgumentException("least must be > 1 but was " + least);
        }
    }

    @Override
    public Orderer create(OrdererParts parts) {
        TagMix mix = new TagMix(parts.tables().itemTable());
        return (scored, context) -> hasEnough(scored, mix) ? scored : pulled(scored, context, mix);
    }

    private boolean hasEnough(RankedList list, TagMix mix) {
        int[] first = Arrays.copyOf(list.items(), Math.min(places, list.size()));
        return TagMix.effectiveTags(mix.of(first)) >= least;
    }

    private RankedList pulled(RankedList scored, OrderContext context, TagMix mix) {
        double[] wanted = wanted(scored, context, mix);
        RankedList list = scored;
        for (int step = 1; step <= STEPS && !hasEnough(list, mix); step++) {
            list = mix.order(scored, places, (double) step / STEPS, wanted);
        }
        return list;
    }

    private double[] wanted(RankedList scored, OrderContext context, TagMix mix) {
        double[] ofCandidates = mix.of(scored.items());
        double[] liked = TagMix.liked(context.taste().get()).orElse(ofCandidates);
        double[] wanted = liked;
        for (int step = 1; step <= STEPS && TagMix.effectiveTags(wanted) < least; step++) {
            double share = (double) step / STEPS;
            wanted = new double[liked.length];
            for (int tag = 0; tag < wanted.length; tag++) {
                wanted[tag] = (1 - share) * liked[tag] + share * ofCandidates[tag];
            }
        }
        return wanted;
    }
}
