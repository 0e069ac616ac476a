package dev.linger.spark.plays;

/**
 * Where training and test part, and what is known of items there.
 *
 * @param millis the instant from which on all plays are test, in milliseconds since 1970-01-01 UTC
 * @param facts of the plays before it
 * @param known by item, whether it was played, or has daily statistics, before it
 */
public record Cut(long millis, ItemFacts facts, boolean[] known) {}
