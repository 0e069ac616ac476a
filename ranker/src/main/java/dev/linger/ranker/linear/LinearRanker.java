package dev.linger.ranker.linear;

import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.Ranker;
import java.util.List;

/** Predicts watch_ratio as intercept + sum of weight * term. */
public final class LinearRanker implements Ranker {
    private final List<FeatureColumn> columns;
    private final RowEncoding encoding;
    private final double intercept;
    private final double[] weights;

    LinearRanker(List<FeatureColumn> columns, RowEncoding encoding, double intercept, double[] weights) {
        this.columns = columns;
        this.encoding = encoding;
        this.intercept = intercept;
        this.weights = weights;
    }

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public boolean predictsWatchRatio() {
        return true;
    }

    @Override
    public void score(FeatureRows rows, double[] scores) {
        if (!rows.columns().equals(columns)) {
            throw new IllegalArgumentException(
                    "rows have the columns " + rows.columns() + " but the model has " + columns);
        }
        int[] terms = new int[columns.size()];
        double[] values = new double[columns.size()];
        for (int row = 0; row < rows.size(); row++) {
            int count = encoding.encode(rows, row, terms, values);
            double score = intercept;
            for (int at = 0; at < count; at++) {
                score += weights[terms[at]] * values[at];
            }
            if (!Double.isFinite(score)) {
                throw new IllegalArgumentException("cells of row " + row + " must be finite or missing");
            }
            scores[row] = score;
        }
    }
}
