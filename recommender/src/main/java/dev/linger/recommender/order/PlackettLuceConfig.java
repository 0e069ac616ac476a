package dev.linger.recommender.order;

import dev.linger.data.Draws;
import dev.linger.data.RankedList;
import dev.linger.data.config.Key;

/**
 * Draws the first places, so that lists can be evaluated for other orders than their own: each place goes to one of the first
 * items of the list that are left, with chance
 *
 * <pre>
 * P(i | those above it) = exp(z(i) / temperature) / sum of exp(z(j) / temperature) over the items j that are left
 * </pre>
 *
 * with z in standard deviations from the mean of these items (Plackett, Applied Statistics 1975; Luce, Individual Choice Behavior,
 * 1959). The others follow as they were. O(places * among).
 */
public record PlackettLuceConfig(
        @Key(
                        value = "so many first places are drawn, >= 1; the others follow as they were",
                        byDefault = "20",
                        because = "what a user sees in a session")
                int places,
        @Key(
                        value = "they are drawn from so many first items, >= 1",
                        byDefault = "50",
                        because = "further down a list there is little to be watched")
                int among,
        @Key(
                        value =
                                "standard deviations of the score by which an item must be better to be e times as likely, > 0",
                        byDefault = "0.5",
                        because = "the best stay likely, and the others have their turn")
                double temperature)
        implements OrdererConfig {
    public PlackettLuceConfig {
        GreedySelection.requirePlaces(places);
        if (among < 1) {
            throw new IllegalArgumentException("among must be >= 1 but was " + among);
        }
        if (!(temperature > 0) || Double.isInfinite(temperature)) {
            throw new IllegalArgumentException("temperature must be > 0 and finite but was " + temperature);
        }
    }

    @Override
    public boolean draws() {
        return true;
    }

    @Override
    public Orderer create(OrdererParts parts) {
        return new Orderer() {
            @Override
            public RankedList order(RankedList scored, OrderContext context) {
                return drawn(scored, new Draws(context.seed().stream("plackett-luce")));
            }

            @Override
            public double[] propensities(RankedList scored, OrderContext context, int[] shown) {
                return chances(scored, shown);
            }
        };
    }

    private RankedList drawn(RankedList scored, Draws draws) {
        double[] standings = GreedySelection.standings(scored.top(among));
        GreedySelection selection = new GreedySelection(scored, Math.min(places, standings.length));
        while (selection.hasPlace()) {
            double[] cumulative = Draws.cumulative(weights(standings, selection));
            selection.take(draws.weighted(cumulative));
        }
        return selection.ordered();
    }

    private double[] chances(RankedList scored, int[] shown) {
        double[] standings = GreedySelection.standings(scored.top(among));
        GreedySelection selection = new GreedySelection(scored, Math.min(places, standings.length));
        double[] chances = new double[shown.length];
        for (int place = 0; place < shown.length && selection.hasPlace(); place++) {
            int at = selection.find(shown[place], standings.length);
            if (at < 0) {
                return chances;
            }
            chances[place] = share(weights(standings, selection), at);
            selection.take(at);
        }
        double[] rest = Orderer.matches(selection.ordered(), shown);
        int drawn = Math.min(selection.taken(), shown.length);
        System.arraycopy(rest, drawn, chances, drawn, shown.length - drawn);
        return chances;
    }

    private static double share(double[] weights, int at) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return weights[at] / sum;
    }

    /** Of the items that are left, relative to the best of them, so that they are never all too small for a number; others 0. */
    private double[] weights(double[] standings, GreedySelection selection) {
        double best = standings[selection.firstLeft()];
        double[] weights = new double[standings.length];
        for (int at = 0; at < weights.length; at++) {
            weights[at] = selection.isTaken(at) ? 0 : StrictMath.exp((standings[at] - best) / temperature);
        }
        return weights;
    }
}
