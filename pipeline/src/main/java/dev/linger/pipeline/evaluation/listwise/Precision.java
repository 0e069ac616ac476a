package dev.linger.pipeline.evaluation.listwise;

import dev.linger.data.config.Key;

/** |L[1..k] and R| / k; the denominator is k even where the list or R is shorter. */
public record Precision(@Key("how many ranks count, at least 1") int k) implements ListMetric {
    public Precision {
        FirstRanks.requireCutoff(k);
    }

    @Override
    public String name() {
        return "Precision@" + k;
    }

    @Override
    public int cutoff() {
        return k;
    }

    @Override
    public boolean addsUp() {
        return true;
    }

    @Override
    public double of(boolean[] hits, int relevantCount) {
        return (double) FirstRanks.hits(hits, k) / k;
    }
}
