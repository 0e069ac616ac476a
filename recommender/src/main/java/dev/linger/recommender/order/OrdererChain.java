package dev.linger.recommender.order;

import dev.linger.data.RankedList;
import java.util.List;

/** Orderers one after the other; immutable, safe for many threads. */
public final class OrdererChain {
    private static final double[] NOTHING_DRAWN = {};

    private final List<Orderer> orderers;
    private final boolean draws;

    /**
     * Makes the orderers.
     *
     * @param configs of each; {@link #requireDrawnLast} holds
     */
    public OrdererChain(List<OrdererConfig> configs, OrdererParts parts) {
        this.orderers = configs.stream().map(config -> config.create(parts)).toList();
        this.draws = !configs.isEmpty() && configs.get(configs.size() - 1).draws();
    }

    /**
     * Checks that the list of an orderer that draws is shown as it is.
     *
     * @throws IllegalArgumentException where another orderer follows it, which would change its chances
     */
    public static void requireDrawnLast(List<OrdererConfig> configs) {
        for (int at = 0; at + 1 < configs.size(); at++) {
            if (configs.get(at).draws()) {
                throw new IllegalArgumentException("an orderer that draws its list, as plackett-luce, must be the last,"
                        + " but another follows it: the chances of its places would not hold any more");
            }
        }
    }

    /**
     * A list in its last order.
     *
     * @param propensities how likely it was that each place was filled so, given those above it; empty where nothing is drawn
     */
    public record Ordered(RankedList list, double[] propensities) {}

    /** What they make of a scored list. */
    public Ordered order(RankedList scored, OrderContext context) {
        if (orderers.isEmpty()) {
            return new Ordered(scored, NOTHING_DRAWN);
        }
        RankedList before = beforeLast(scored, context);
        RankedList list = last().order(before, context);
        return new Ordered(list, draws ? last().propensities(before, context, list.items()) : NOTHING_DRAWN);
    }

    /**
     * How likely it is that the first places of the list that they make of a scored one are filled so, each given those above it: 1
     * or 0 where nothing is drawn.
     *
     * @param shown items, one a place; a number that no item has for one that is not known
     */
    public double[] propensities(RankedList scored, OrderContext context, int[] shown) {
        return orderers.isEmpty()
                ? Orderer.matches(scored, shown)
                : last().propensities(beforeLast(scored, context), context, shown);
    }

    /** Whether lists are drawn at random. */
    public boolean draws() {
        return draws;
    }

    /** Each of them. */
    public List<Orderer> all() {
        return orderers;
    }

    private Orderer last() {
        return orderers.get(orderers.size() - 1);
    }

    private RankedList beforeLast(RankedList scored, OrderContext context) {
        RankedList list = scored;
        for (Orderer orderer : orderers.subList(0, orderers.size() - 1)) {
            list = orderer.order(list, context);
        }
        return list;
    }
}
