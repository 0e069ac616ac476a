package dev.linger.pipeline.training;

import dev.linger.features.FeatureColumn;
import dev.linger.pipeline.report.tables.TrainingTables;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What there is to learn from and to predict.
 *
 * @param trainingSets what the ranker learns from
 * @param offered how many rows there were to learn from
 * @param test the plays after the cut, yet without features
 * @param ranker what of the configured one has something to learn from them
 */
public record Featurized(
        TrainingSets trainingSets,
        Map<TrainingSetKind, TrainingSetBuilder.Offered> offered,
        ObservedExamples test,
        RankerConfig ranker) {
    public List<FeatureColumn> columns() {
        return trainingSets.of(TrainingSetKind.PLAYS).all().rows().columns();
    }

    /** How large each training set is, in the order of the kinds. */
    public List<TrainingTables.SetSize> sizes() {
        List<TrainingTables.SetSize> sizes = new ArrayList<>();
        for (TrainingSetKind kind : TrainingSetKind.values()) {
            TrainingSetBuilder.Offered there = offered.get(kind);
            if (there != null) {
                TrainingSets.Rows used = trainingSets.of(kind);
                int toValidate = used.all().size() - used.fitRows();
                sizes.add(new TrainingTables.SetSize(
                        kind.label(), there.fit(), used.fitRows(), there.validation(), toValidate));
            }
        }
        return sizes;
    }
}
