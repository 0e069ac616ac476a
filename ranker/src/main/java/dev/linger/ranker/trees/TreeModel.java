package dev.linger.ranker.trees;

import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.ColumnContributions;
import dev.linger.ranker.ColumnImportance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A trained model.
 *
 * @param columns names of the columns it was trained on
 * @param objective what it was trained for
 * @param transform what turns the sum of the trees into a prediction
 * @param trees the trees
 */
public record TreeModel(List<String> columns, Objective objective, ScoreTransform transform, TreeEnsemble trees) {
    public TreeModel {
        columns = List.copyOf(columns);
    }

    /** Writes the prediction of each row, whose columns must be those of the training, in the same order. */
    public void predict(FeatureRows rows, double[] predictions) {
        requireColumns(rows.columns());
        trees.score(rows.values(), columns.size(), rows.size(), predictions);
        for (int row = 0; row < rows.size(); row++) {
            predictions[row] = transform.apply(predictions[row]);
        }
    }

    /**
     * What each column added to each row's sum of the trees, which {@link #transform} makes the prediction of: its Shapley
     * value, as LightGBM's {@code predict_contrib} has it. The rows' columns must be those of the training.
     */
    public ColumnContributions contributions(FeatureRows rows) {
        requireColumns(rows.columns());
        double[] sums = new double[Math.multiplyExact(rows.size(), columns.size())];
        trees.contribute(rows.values(), columns.size(), rows.size(), sums);
        return new ColumnContributions(trees.mean(), columns.size(), sums);
    }

    /** What each column was worth, by falling gain, then by name; a column that is never split on has 0. */
    public List<ColumnImportance> importances() {
        double[] gain = new double[columns.size()];
        long[] splits = new long[columns.size()];
        trees.addImportance(gain, splits);
        List<ColumnImportance> importances = new ArrayList<>();
        for (int column = 0; column < gain.length; column++) {
            importances.add(new ColumnImportance(columns.get(column), gain[column], splits[column]));
        }
        importances.sort(
                Comparator.comparingDouble(ColumnImportance::gain).reversed().thenComparing(ColumnImportance::column));
        return List.copyOf(importances);
    }

    private void requireColumns(List<FeatureColumn> given) {
        List<String> names = given.stream().map(FeatureColumn::name).toList();
        if (!names.equals(columns)) {
            throw new IllegalArgumentException("rows have the columns " + names + " but the model has " + columns);
        }
    }
}
