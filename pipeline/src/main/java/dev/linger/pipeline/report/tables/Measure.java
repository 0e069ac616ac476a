package dev.linger.pipeline.report.tables;

import dev.linger.pipeline.evaluation.ListMetric;
import dev.linger.pipeline.evaluation.ListMetrics;
import dev.linger.pipeline.evaluation.PairedBootstrap;

/** A metric at one cutoff: a column or a row of a table. */
record Measure(ListMetric metric, int cutoff) {
    String name() {
        return metric.at(cutoff);
    }

    double mean(ListMetrics metrics) {
        return metrics.mean(metric, cutoff);
    }

    double[] values(ListMetrics metrics) {
        return metrics.values(metric, cutoff);
    }

    PairedBootstrap.Difference difference(ListMetrics metrics, ListMetrics reference, PairedBootstrap bootstrap) {
        return bootstrap.compare(values(metrics), values(reference));
    }
}
