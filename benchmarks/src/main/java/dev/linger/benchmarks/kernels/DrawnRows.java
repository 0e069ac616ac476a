package dev.linger.benchmarks.kernels;

import dev.linger.data.Seed;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.TrainingSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Feature rows of 148 columns, 10 of them categories, with missing cells, drawn from a seed. */
final class DrawnRows {
    static final List<FeatureColumn> COLUMNS = IntStream.range(0, 148)
            .mapToObj(at -> at % 15 == 7
                    ? FeatureColumn.category("category_" + at, "drawn")
                    : FeatureColumn.numeric("number_" + at, "1", "drawn"))
            .toList();

    private static final int LEVELS = 30;
    private static final double MISSING = 0.1;

    private DrawnRows() {}

    /** Rows of one user; another stream gives other rows. */
    static FeatureRows of(int count, String stream) {
        SplittableRandom random = new Seed(1).stream(stream);
        float[] cells = new float[Math.multiplyExact(count, COLUMNS.size())];
        for (int at = 0; at < cells.length; at++) {
            boolean category = COLUMNS.get(at % COLUMNS.size()).kind() == FeatureColumn.Kind.CATEGORY;
            float value = category ? random.nextInt(LEVELS) : (float) random.nextDouble();
            cells[at] = random.nextDouble() < MISSING ? Float.NaN : value;
        }
        return new FeatureRows(COLUMNS, new int[count], new int[count], cells);
    }

    /** Rows with watch ratios that depend on every column a little and are noisy, so that trees keep growing. */
    static TrainingSet labelled(int count, String stream) {
        FeatureRows rows = of(count, stream);
        SplittableRandom random = new Seed(2).stream(stream);
        float[] label = new float[count];
        for (int row = 0; row < count; row++) {
            double sum = 0;
            for (int column = 0; column < COLUMNS.size(); column++) {
                float value = rows.value(row, column);
                sum += Float.isNaN(value) ? 0 : Math.sin(value * (1 + column % 9)) / (1 + column);
            }
            label[row] = (float) Math.max(0, Math.min(5, 1 + sum + random.nextDouble()));
        }
        return new TrainingSet(rows, label, new int[count]);
    }
}
