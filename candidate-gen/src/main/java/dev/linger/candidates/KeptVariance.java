package dev.linger.candidates;

/**
 * How much of the variance of embeddings some axes keep.
 *
 * @param of whose embeddings, "users" or "items"
 * @param axes how many there are
 * @param width how many numbers an embedding has
 * @param share of the variance, 1 where there is none
 */
public record KeptVariance(String of, int axes, int width, double share) {}
