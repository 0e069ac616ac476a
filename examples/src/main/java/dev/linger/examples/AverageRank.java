package dev.linger.examples;

import dev.linger.data.config.Key;
import dev.linger.pipeline.evaluation.listwise.ListMetric;

/**
 * A metric: how far up the relevant items of the first k stand, {@code mean over hits of 1 - (rank - 1) / k}; 0 without a
 * hit.
 */
public record AverageRank(@Key("cutoff, >= 1") int k) implements ListMetric {
    public AverageRank {
        if (k < 1) {
            throw new IllegalArgumentException("k must be >= 1 but was " + k);
        }
    }

    @Override
    public String name() {
        return "AverageRank@" + k;
    }

    @Override
    public int cutoff() {
        return k;
    }

    @Override
    public double of(boolean[] hits, int relevantCount) {
        double sum = 0;
        int found = 0;
        for (int position = 0; position < Math.min(hits.length, k); position++) {
            if (hits[position]) {
                sum += 1 - (double) position / k;
                found++;
            }
        }
        return found == 0 ? 0 : sum / found;
    }
}
