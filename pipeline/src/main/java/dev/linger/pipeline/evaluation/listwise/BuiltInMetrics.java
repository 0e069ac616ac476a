package dev.linger.pipeline.evaluation.listwise;

import dev.linger.data.config.ConfigTypes;

/** The metrics of lists that come with Linger. */
public final class BuiltInMetrics implements ConfigTypes {
    @Override
    public void addTo(Registration registration) {
        registration.add(ListMetric.class, "precision", Precision.class);
        registration.add(ListMetric.class, "recall", Recall.class);
        registration.add(ListMetric.class, "hit-rate", HitRate.class);
        registration.add(ListMetric.class, "ndcg", Ndcg.class);
        registration.add(ListMetric.class, "map", AveragePrecision.class);
        registration.add(ListMetric.class, "mrr", ReciprocalRank.class);
    }
}
