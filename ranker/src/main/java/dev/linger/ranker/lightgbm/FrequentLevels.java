package dev.linger.ranker.lightgbm;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The most frequent levels of a category among the rows that bins are made from; the rarer ones are taken as missing.
 *
 * <p>LightGBM 4.2 and 4.3 never return from building a data set with a category of more than 1,024 levels (issue 6273 of
 * LightGBM: a barrier inside a parallel region). A split sends levels it has not seen where it sends missing ones, so
 * scoring needs no such step.
 *
 * @param isRarer whether each code is none of them; codes beyond did not occur
 */
record FrequentLevels(boolean[] isRarer) {
    /**
     * Keeps at most so many levels; ties keep the smaller code.
     *
     * @param codes of the rows, of which negative ones and NaN are no levels
     */
    static FrequentLevels of(float[] codes, int maxLevels) {
        int[] counts = counts(codes);
        boolean[] rarer = new boolean[counts.length];
        IntStream.range(0, counts.length)
                .filter(code -> counts[code] > 0)
                .boxed()
                .sorted(Comparator.comparing(code -> -counts[code]))
                .skip(maxLevels)
                .forEach(code -> rarer[code] = true);
        return new FrequentLevels(rarer);
    }

    private static int[] counts(float[] codes) {
        int[] counts = new int[0];
        for (float code : codes) {
            if (code >= 0) {
                int level = (int) code;
                counts = level < counts.length ? counts : Arrays.copyOf(counts, Math.max(level + 1, 2 * counts.length));
                counts[level]++;
            }
        }
        return counts;
    }

    /** The code itself, or missing. */
    float kept(float code) {
        return code >= 0 && code < isRarer.length && isRarer[(int) code] ? Float.NaN : code;
    }
}
