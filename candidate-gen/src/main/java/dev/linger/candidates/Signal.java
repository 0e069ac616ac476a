package dev.linger.candidates;

/**
 * A number that a source tells the ranker of a (user, item) pair beside its score.
 *
 * @param name in snake_case, unique within the source
 * @param unit its unit, "1" for none
 * @param missing what NaN means
 */
public record Signal(String name, String unit, String missing) {}
