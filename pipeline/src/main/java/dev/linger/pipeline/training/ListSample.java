package dev.linger.pipeline.training;

import dev.linger.data.Seed;
import java.util.SplittableRandom;

/**
 * Which lists are learned from: each with the same chance, drawn from its user and its day alone, so that it does not
 * depend on what other lists there are.
 *
 * @param share the chance, in 0..1
 * @param seed by which lists are drawn
 */
public record ListSample(double share, Seed seed) {
    /** Keeps every list. */
    static final ListSample ALL = new ListSample(1, new Seed(0));

    /** Keeps about so many of the rows, 0 for all. */
    public static ListSample of(long rows, int maxRows, Seed seed) {
        return maxRows == 0 || rows <= maxRows ? ALL : new ListSample((double) maxRows / rows, seed);
    }

    public boolean keeps(int user, int day) {
        return share >= 1 || new SplittableRandom(seed.value() ^ ((long) user << 32 | day)).nextDouble() < share;
    }
}
