package dev.linger.pipeline.evaluation.listwise;

import dev.linger.data.config.Key;

/** 1 if any of L[1..k] is in R, else 0. */
public record HitRate(@Key("how many ranks count, at least 1") int k) implements ListMetric {
    public HitRate {
        FirstRanks.requireCutoff(k);
    }

    @Override
    public String name() {
        return "HitRate@" + k;
    }

    @Override
    public int cutoff() {
        return k;
    }

    @Override
    public double of(boolean[] hits, int relevantCount) {
        return FirstRanks.hits(hits, k) > 0 ? 1 : 0;
    }
}
