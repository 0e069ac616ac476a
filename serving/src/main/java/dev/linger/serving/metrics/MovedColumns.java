package dev.linger.serving.metrics;

import dev.linger.features.skew.PopulationStability;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Map;
import java.util.function.Supplier;

/** How far the columns of what models rank have moved, worked out once for all of its gauges. */
final class MovedColumns implements MultiCollector {
    private static final String FORMULA = "PSI, the sum over bins of (p - q) ln(p / q)";
    private static final String READING = "; read as stable below " + PopulationStability.STABLE + ", shifted above "
            + PopulationStability.SHIFTED + ".";

    private final Supplier<Map<String, FeatureWindow>> byModel;

    /** @param byModel the windows of the models that are asked, by their names */
    MovedColumns(Supplier<Map<String, FeatureWindow>> byModel) {
        this.byModel = byModel;
    }

    @Override
    public MetricSnapshots collect() {
        GaugeSnapshot.Builder skew = gauge(
                "linger_feature_skew_psi",
                FORMULA + ", of a column in the last 10,000 sampled candidates against the rows learned from"
                        + READING);
        GaugeSnapshot.Builder drift = gauge(
                "linger_feature_drift_psi",
                FORMULA + ", of a column in the same candidates against those of sampled users at warm-up" + READING);
        byModel.get().forEach((model, window) -> window.moved().forEach(column -> {
            Labels labels = Labels.of("model", model, "column", column.column());
            add(skew, labels, column.skew());
            add(drift, labels, column.drift());
        }));
        return MetricSnapshots.of(skew.build(), drift.build());
    }

    private static GaugeSnapshot.Builder gauge(String name, String help) {
        return GaugeSnapshot.builder().name(name).help(help);
    }

    /** Nothing where the value is not known. */
    private static void add(GaugeSnapshot.Builder gauge, Labels labels, double value) {
        if (!Double.isNaN(value)) {
            gauge.dataPoint(
                    GaugeDataPointSnapshot.builder().labels(labels).value(value).build());
        }
    }
}
