package dev.linger.recommender.order;

import dev.linger.data.SideTables;

/** A last stage that orders what the rankers scored; chosen by {@code type}. */
public interface OrdererConfig {
    /**
     * The orderer for some users and items.
     *
     * @param tables what is known of them
     */
    Orderer create(SideTables tables);
}
