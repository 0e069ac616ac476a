package dev.linger.ranker.lightgbm;

import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import dev.linger.data.Workers;
import dev.linger.features.FeatureRows;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows that bins are made from, in LightGBM's memory column by column: the cells that are not 0, with their rows. */
final class BinSample implements AutoCloseable {
    /** LightGBM's kZeroThreshold: cells nearer to 0 are 0 to it. */
    private static final float ZERO = 1e-35f;

    /** The cells of a row that one thread reads: as many floats as the processor fetches together. */
    private static final int COLUMNS_AT_ONCE = 16;

    private final int rows;
    private final @Nullable FrequentLevels[] levels;
    private final List<NativeArray> values = new ArrayList<>();
    private final List<NativeArray> positions = new ArrayList<>();
    private final int[] counts;
    private @Nullable NativeArray allRows;

    private BinSample(int rows, @Nullable FrequentLevels[] levels) {
        this.rows = rows;
        this.levels = levels;
        this.counts = new int[levels.length];
    }

    /** Rows of so many, ascending; all where there are no more than to be drawn. */
    static int[] draw(int rows, int drawn, SplittableRandom random) {
        int[] all = new int[Math.min(rows, drawn)];
        int count = 0;
        for (int row = 0; count < all.length; row++) {
            // Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S: a row is taken with the chance of those
            // left.
            if (random.nextInt(rows - row) < all.length - count) {
                all[count++] = row;
            }
        }
        return all;
    }

    /**
     * Takes the rows.
     *
     * @param levels by column; null for numbers
     */
    static BinSample of(FeatureRows sample, @Nullable FrequentLevels[] levels, Workers workers) {
        BinSample bins = new BinSample(sample.size(), levels);
        try {
            workers.forBlocks(levels.length, COLUMNS_AT_ONCE, (from, to) -> bins.count(sample, from, to));
            for (int count : bins.counts) {
                bins.values.add(NativeArray.ofDoubles(Math.max(1, count)));
                bins.positions.add(count == sample.size() ? bins.allRows() : NativeArray.ofInts(Math.max(1, count)));
            }
            workers.forBlocks(levels.length, COLUMNS_AT_ONCE, (from, to) -> bins.copy(sample, from, to));
            return bins;
        } catch (RuntimeException failure) {
            bins.close();
            throw failure;
        }
    }

    private void count(FeatureRows sample, int from, int to) {
        for (int row = 0; row < rows; row++) {
            for (int column = from; column < to; column++) {
                counts[column] += isZero(cell(sample, row, column)) ? 0 : 1;
            }
        }
    }

    /** The rows of a column without zeros, one array for all such columns. */
    private NativeArray allRows() {
        NativeArray all = allRows;
        if (all == null) {
            all = NativeArray.of(IntStream.range(0, rows).toArray());
            allRows = all;
        }
        return all;
    }

    private void copy(FeatureRows sample, int from, int to) {
        int[] copied = new int[to - from];
        for (int row = 0; row < rows; row++) {
            for (int column = from; column < to; column++) {
                float cell = cell(sample, row, column);
                if (!isZero(cell)) {
                    int at = copied[column - from]++;
                    values.get(column).setDouble(at, cell);
                    if (counts[column] < rows) {
                        positions.get(column).setInt(at, row);
                    }
                }
            }
        }
    }

    private float cell(FeatureRows sample, int row, int column) {
        FrequentLevels frequent = levels[column];
        float cell = sample.value(row, column);
        return frequent == null ? cell : frequent.kept(cell);
    }

    private static boolean isZero(float cell) {
        return Math.abs(cell) <= ZERO;
    }

    /**
     * The handle of a data set with bins made from this sample and room for rows.
     *
     * @param size how many rows it will hold
     * @param represented how many rows the sample stands for
     */
    long dataset(int size, int represented, String parameters) {
        try (NativeArray columns = NativeArray.ofAddresses(counts.length);
                NativeArray rowsOfColumns = NativeArray.ofAddresses(counts.length);
                NativeArray perColumn = NativeArray.of(counts);
                NativeArray out = NativeArray.ofHandle()) {
            for (int column = 0; column < counts.length; column++) {
                columns.setAddress(column, values.get(column));
                rowsOfColumns.setAddress(column, positions.get(column));
            }
            int code = lightgbmlibJNI.LGBM_DatasetCreateFromSampledColumn(
                    columns.address(),
                    rowsOfColumns.address(),
                    counts.length,
                    perColumn.address(),
                    rows,
                    size,
                    represented,
                    parameters,
                    out.address());
            NativeLightGbm.accepted(code, "the feature rows");
            return out.asHandle();
        }
    }

    @Override
    public void close() {
        values.forEach(NativeArray::close);
        positions.stream().distinct().forEach(NativeArray::close);
    }
}
