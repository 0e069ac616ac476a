package dev.linger.recommender.order;

import dev.linger.candidates.Similarity;
import dev.linger.data.SideTables;
import java.util.Optional;

/**
 * What orderers are made of.
 *
 * @param tables what is known of users and videos
 * @param similarity how the first source that compares videos does so; empty where none does
 */
public record OrdererParts(SideTables tables, Optional<Similarity> similarity) {}
