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
public record ListSample(double share, Seed seed) implements KeptLists {
    /** Keeps every list. */
    static final ListSample ALL = new ListSample(1, new Seed(0));

    /**
     * Keeps about so many of the rows, 0 for all, and of those a share.
     *
     * @param seed the lists of a smaller share are among those of a greater one
     */
    public static ListSample of(long rows, int maxRows, double share, Seed seed) {
        double most = maxRows == 0 || rows <= maxRows ? 1 : (double) maxRows / rows;
        return most * share >= 1 ? ALL : new ListSample(most * share, seed);
    }

    @Override
    public boolean keeps(int user, int day) {
        return share >= 1 || new SplittableRandom(seed.value() ^ ((long) user << 32 | day)).nextDouble() < share;
    }
}
