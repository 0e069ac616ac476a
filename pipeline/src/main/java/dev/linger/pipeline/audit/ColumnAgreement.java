package dev.linger.pipeline.audit;

import dev.linger.data.Workers;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.pipeline.evaluation.pointwise.Xauc;
import dev.linger.ranker.TrainingSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far the order of one column is that of the labels: {@code max(x, 1 - x)} with x the {@link Xauc} of its cells against
 * the labels of the rows where it is known; 0.5 is chance. What is known beforehand never orders what people do that well,
 * so a column above {@link #SUSPECT} most likely holds the label.
 *
 * <p>Of more than {@value #MOST_ROWS} rows, about as many are looked at, evenly spaced.
 *
 * @param column its name
 * @param value in 0.5..1, NaN where no two labels differ
 */
public record ColumnAgreement(String column, double value) {
    /** Above this a column is named. */
    public static final double SUSPECT = 0.95;

    /** A column known in fewer of the rows looked at says too little. */
    public static final int FEWEST_ROWS = 50;

    private static final int MOST_ROWS = 200_000;

    /** Of every numeric column that enough rows know, strongest first, equal ones by name. */
    public static List<ColumnAgreement> of(TrainingSet set, Workers workers) {
        List<FeatureColumn> columns = set.rows().columns();
        int step = (set.size() + MOST_ROWS - 1) / MOST_ROWS;
        int[] looked =
                IntStream.iterate(0, row -> row < set.size(), row -> row + step).toArray();
        FeatureRows rows = set.rows().pick(looked).all();
        float[] label = new float[looked.length];
        for (int at = 0; at < label.length; at++) {
            label[at] = set.label()[looked[at]];
        }
        double[] values = new double[columns.size()];
        workers.forBlocks(values.length, 1, (from, to) -> {
            for (int column = from; column < to; column++) {
                boolean numeric = columns.get(column).kind() == FeatureColumn.Kind.NUMERIC;
                values[column] = numeric ? agreement(rows, label, column) : Double.NaN;
            }
        });
        List<ColumnAgreement> all = new ArrayList<>();
        for (int column = 0; column < values.length; column++) {
            if (!Double.isNaN(values[column])) {
                all.add(new ColumnAgreement(columns.get(column).name(), values[column]));
            }
        }
        all.sort(Comparator.comparingDouble(ColumnAgreement::value).reversed().thenComparing(ColumnAgreement::column));
        return all;
    }

    /** Whether it is too good to be true. */
    public boolean suspect() {
        return value > SUSPECT;
    }

    private static double agreement(FeatureRows rows, float[] label, int column) {
        double[] cells = new double[rows.size()];
        double[] labels = new double[rows.size()];
        int known = 0;
        for (int row = 0; row < rows.size(); row++) {
            float cell = rows.value(row, column);
            if (!Float.isNaN(cell)) {
                cells[known] = cell;
                labels[known++] = label[row];
            }
        }
        if (known < FEWEST_ROWS) {
            return Double.NaN;
        }
        double xauc = Xauc.of(Arrays.copyOf(cells, known), Arrays.copyOf(labels, known));
        return Math.max(xauc, 1 - xauc);
    }
}
