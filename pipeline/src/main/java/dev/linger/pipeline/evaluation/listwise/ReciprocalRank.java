package dev.linger.pipeline.evaluation.listwise;

import dev.linger.data.config.Key;

/** 1 / rank of the first item of L[1..k] in R, 0 if there is none; its mean over users is MRR@k. */
public record ReciprocalRank(@Key("how many ranks count, at least 1") int k) implements ListMetric {
    public ReciprocalRank {
        FirstRanks.requireCutoff(k);
    }

    @Override
    public String name() {
        return "MRR@" + k;
    }

    @Override
    public int cutoff() {
        return k;
    }

    @Override
    public double of(boolean[] hits, int relevantCount) {
        for (int position = 0; position < Math.min(hits.length, k); position++) {
            if (hits[position]) {
                return 1.0 / (position + 1);
            }
        }
        return 0;
    }
}
