package dev.linger.pipeline.evaluation.listwise;

import dev.linger.data.config.Key;

/** AP@k = 1 / min(k, |R|) * sum over i = 1..k of rel_i * Precision@i; its mean over users is MAP@k. */
public record AveragePrecision(@Key("how many ranks count, at least 1") int k) implements ListMetric {
    public AveragePrecision {
        FirstRanks.requireCutoff(k);
    }

    @Override
    public String name() {
        return "MAP@" + k;
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
                found++;
                sum += (double) found / (position + 1);
            }
        }
        return sum / Math.min(relevantCount, k);
    }
}
