package dev.linger.ranker.linear;

import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.ColumnContributions;
import dev.linger.ranker.Prediction;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.TrainedColumns;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Predicts watch_ratio as intercept + sum of weight * term. */
public final class LinearRanker implements Ranker {
    static final String NAME = "linear";
    private static final String FILE = "linear.columns";

    private final TrainedColumns columns;
    private final RowEncoding encoding;
    private final double intercept;
    private final double[] weights;

    LinearRanker(TrainedColumns columns, RowEncoding encoding, double intercept, double[] weights) {
        if (weights.length != encoding.termCount()) {
            throw new IllegalArgumentException(weights.length + " weights of " + encoding.termCount() + " terms");
        }
        if (!Double.isFinite(intercept) || !Arrays.stream(weights).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a weight is not finite");
        }
        this.columns = columns;
        this.encoding = encoding;
        this.intercept = intercept;
        this.weights = weights;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Prediction prediction() {
        return Prediction.WATCH_RATIO;
    }

    @Override
    public void score(FeatureRows rows, double[] scores) {
        columns.require(rows);
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

    /**
     * The weight of each column's term times its value: for a number {@code weight * (cell - mean) / sd}, 0 at the mean of
     * the training; for a level, or a cell that is missing, the weight of that. The base is the intercept.
     */
    @Override
    public Optional<ColumnContributions> contributions(FeatureRows rows) {
        columns.require(rows);
        double[] values = new double[Math.multiplyExact(rows.size(), columns.size())];
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                values[row * columns.size() + column] = encoding.weighted(weights, column, rows.value(row, column));
            }
        }
        return Optional.of(new ColumnContributions(intercept, columns.size(), values));
    }

    @Override
    public void write(ModelWriter to) throws IOException {
        to.columns(FILE, out -> {
            out.text(NAME);
            columns.writeTo(out);
            encoding.writeTo(out);
            out.number(intercept);
            out.doubles(weights);
        });
    }

    static LinearRanker read(LinearConfig config, ModelReader from) {
        return from.columns(FILE, in -> {
            config.requireKind(in);
            TrainedColumns columns = TrainedColumns.readFrom(in);
            return new LinearRanker(columns, RowEncoding.readFrom(in, columns.columns()), in.real(), in.doubles());
        });
    }
}
