package dev.linger.ranker.lightgbm;

import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.features.FeatureSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Rows that bins are made from, in LightGBM's memory column by column: the cells that are not 0, with their rows. The
 * codes of categories are looked at as a whole first, for their {@link FrequentLevels}.
 */
final class BinSample implements AutoCloseable {
    /** LightGBM's kZeroThreshold: cells nearer to 0 are 0 to it. */
    private static final float ZERO = 1e-35f;

    private final int rows;
    private final List<NativeArray> values = new ArrayList<>();
    private final List<NativeArray> positions = new ArrayList<>();
    private final int[] counts;

    private BinSample(int rows, int columns) {
        this.rows = rows;
        this.counts = new int[columns];
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

    /** Reads the rows; {@code levels} gets those of each category column. */
    static BinSample of(FeatureSource sample, int maxLevels, @Nullable FrequentLevels[] levels) {
        List<FeatureColumn> columns = sample.columns();
        BinSample bins = new BinSample(sample.size(), columns.size());
        try {
            float[][] codes = new float[columns.size()][];
            for (int column = 0; column < codes.length; column++) {
                boolean category = columns.get(column).kind() == FeatureColumn.Kind.CATEGORY;
                codes[column] = new float[category ? bins.rows : 0];
                bins.values.add(NativeArray.ofDoubles(Math.max(1, bins.rows)));
                bins.positions.add(NativeArray.ofInts(Math.max(1, bins.rows)));
            }
            sample.forEachBlock((firstRow, block) -> bins.read(firstRow, block, codes));
            for (int column = 0; column < codes.length; column++) {
                if (columns.get(column).kind() == FeatureColumn.Kind.CATEGORY) {
                    levels[column] = bins.addCodes(column, codes[column], maxLevels);
                }
            }
            return bins;
        } catch (RuntimeException failure) {
            bins.close();
            throw failure;
        }
    }

    private void read(int firstRow, FeatureRows block, float[][] codes) {
        for (int column = 0; column < codes.length; column++) {
            boolean category = codes[column].length > 0;
            for (int row = 0; row < block.size(); row++) {
                float cell = block.value(row, column);
                if (category) {
                    codes[column][firstRow + row] = cell;
                } else {
                    add(column, firstRow + row, cell);
                }
            }
        }
    }

    private FrequentLevels addCodes(int column, float[] codes, int maxLevels) {
        FrequentLevels frequent = FrequentLevels.of(codes, maxLevels);
        for (int row = 0; row < codes.length; row++) {
            add(column, row, frequent.kept(codes[row]));
        }
        return frequent;
    }

    private void add(int column, int row, float cell) {
        if (Math.abs(cell) > ZERO || Float.isNaN(cell)) {
            values.get(column).setDouble(counts[column], cell);
            positions.get(column).setInt(counts[column]++, row);
        }
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
        positions.forEach(NativeArray::close);
    }
}
