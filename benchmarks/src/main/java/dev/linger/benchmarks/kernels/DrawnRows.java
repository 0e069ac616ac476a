package dev.linger.benchmarks.kernels;

import dev.linger.data.Seed;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.TrainingSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Feature rows, of 148 columns where nothing else is said, every fifteenth a category, with missing cells, drawn from a seed. */
public final class DrawnRows {
    static final List<FeatureColumn> COLUMNS = columns(148);

    private static final int LEVELS = 30;
    private static final double MISSING = 0.1;

    private DrawnRows() {}

    /** So many columns. */
    public static List<FeatureColumn> columns(int count) {
        return IntStream.range(0, count)
                .mapToObj(at -> at % 15 == 7
                        ? FeatureColumn.category("category_" + at, "drawn")
                        : FeatureColumn.numeric("number_" + at, "1", "drawn"))
                .toList();
    }

    /** Rows of one user; another stream gives other rows. */
    static FeatureRows of(int count, String stream) {
        return of(count, COLUMNS, stream);
    }

    private static FeatureRows of(int count, List<FeatureColumn> columns, String stream) {
        SplittableRandom random = new Seed(1).stream(stream);
        float[] cells = new float[Math.multiplyExact(count, columns.size())];
        for (int at = 0; at < cells.length; at++) {
            boolean category = columns.get(at % columns.size()).kind() == FeatureColumn.Kind.CATEGORY;
            float value = category ? random.nextInt(LEVELS) : (float) random.nextDouble();
            cells[at] = random.nextDouble() < MISSING ? Float.NaN : value;
        }
        return new FeatureRows(columns, new int[count], new int[count], cells);
    }

    /** Rows with watch ratios that depend on every column a little and are noisy, so that trees keep growing. */
    static TrainingSet labelled(int count, String stream) {
        return labelled(count, COLUMNS, stream);
    }

    /** The same of these columns. */
    public static TrainingSet labelled(int count, List<FeatureColumn> columns, String stream) {
        FeatureRows rows = of(count, columns, stream);
        SplittableRandom random = new Seed(2).stream(stream);
        float[] label = new float[count];
        for (int row = 0; row < count; row++) {
            double sum = 0;
            for (int column = 0; column < columns.size(); column++) {
                float value = rows.value(row, column);
                sum += Float.isNaN(value) ? 0 : Math.sin(value * (1 + column % 9)) / (1 + column);
            }
            label[row] = (float) Math.max(0, Math.min(5, 1 + sum + random.nextDouble()));
        }
        return new TrainingSet(rows, label, new int[count]);
    }
}
