package dev.linger.pipeline.evaluation.listwise;

import dev.linger.data.config.Key;

/** |L[1..k] and R| / |R|. */
public record Recall(@Key("how many ranks count, at least 1") int k) implements ListMetric {
    public Recall {
        FirstRanks.requireCutoff(k);
    }

    @Override
    public String name() {
        return "Recall@" + k;
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
        return (double) FirstRanks.hits(hits, k) / relevantCount;
    }
}
