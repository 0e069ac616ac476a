package dev.linger.pipeline.evaluation.listwise;

/** The first k ranks of a list. */
final class FirstRanks {
    private FirstRanks() {}

    static void requireCutoff(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be >= 1 but was " + k);
        }
    }

    /** How many of the first k positions are hits. */
    static int hits(boolean[] hits, int k) {
        int count = 0;
        for (int position = 0; position < Math.min(hits.length, k); position++) {
            if (hits[position]) {
                count++;
            }
        }
        return count;
    }
}
