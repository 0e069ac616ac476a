package dev.linger.neural.net;

import java.util.SplittableRandom;

/**
 * Leaves out numbers at random while a network is trained, each with the same probability, and divides the others by the
 * probability to stay (Srivastava et al., JMLR 2014).
 *
 * @param share in [0, 1), in steps of 2^-16
 */
record Dropout(double share) {
    private static final int BITS = 16;

    /** Draws which of so many numbers stay: writes what each is multiplied by, 0 or {@code 1 / (1 - share)}. */
    void draw(float[] factor, int count, SplittableRandom random) {
        int threshold = (int) (share * (1 << BITS));
        float kept = (float) (1 / (1 - share));
        for (int at = 0; at < count; at += Long.SIZE / BITS) {
            long bits = random.nextLong();
            for (int unit = at; unit < Math.min(at + Long.SIZE / BITS, count); unit++) {
                factor[unit] = (bits & ((1 << BITS) - 1)) < threshold ? 0 : kept;
                bits >>>= BITS;
            }
        }
    }
}
