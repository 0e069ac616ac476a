package dev.linger.ranker.lightgbm;

import com.microsoft.ml.lightgbm.lightgbmlibConstants;
import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Feature rows in LightGBM's memory, their columns cut into bins. The one place where rows cross over, block by block. */
final class NativeDataset implements AutoCloseable {
    private static final int ROWS_AT_ONCE = 1_024;

    private final long handle;

    NativeDataset(long handle) {
        this.handle = handle;
    }

    /**
     * How bins are made.
     *
     * @param sampleRows from how many rows at most
     * @param random by which these are drawn
     * @param maxLevels most levels of a category
     */
    record Bins(int sampleRows, SplittableRandom random, int maxLevels) {}

    /**
     * Reads the rows twice: a sample of the first ones for the bins, then all, after which LightGBM uses one thread.
     *
     * @param fitRows only so many rows, the first ones, say where bins are cut
     * @param parameters LightGBM's; those of bins and categories take effect here
     */
    static NativeDataset of(FeatureSource rows, int fitRows, Bins bins, String parameters) {
        FrequentLevels[] levels = new FrequentLevels[rows.columns().size()];
        int[] drawn = BinSample.draw(fitRows, bins.sampleRows(), bins.random());
        FeatureSource sampled = drawn.length == rows.size() ? rows : rows.pick(drawn);
        NativeDataset dataset;
        try (BinSample sample = BinSample.of(sampled, bins.maxLevels(), levels)) {
            dataset = new NativeDataset(sample.dataset(rows.size(), fitRows, parameters));
        }
        try {
            dataset.setNames(rows.columns());
            dataset.push(rows, levels);
            return dataset;
        } catch (RuntimeException failure) {
            dataset.close();
            throw failure;
        }
    }

    /** Blocks come from workers that are many themselves: LightGBM takes each with one thread. */
    private void push(FeatureSource rows, @Nullable FrequentLevels[] levels) {
        int width = levels.length;
        int[] categories = IntStream.range(0, width)
                .filter(column -> levels[column] != null)
                .toArray();
        NativeLightGbm.useThreads(1);
        float[] cells = new float[ROWS_AT_ONCE * width];
        try (NativeArray buffer = NativeArray.ofFloats(cells.length)) {
            rows.forEachBlock((firstRow, block) -> {
                for (int from = 0; from < block.size(); from += ROWS_AT_ONCE) {
                    int count = Math.min(ROWS_AT_ONCE, block.size() - from);
                    System.arraycopy(block.values(), from * width, cells, 0, count * width);
                    for (int column : categories) {
                        keepFrequent(cells, count, width, column, levels[column]);
                    }
                    buffer.set(cells, 0, count * width);
                    push(buffer, firstRow + from, count, width);
                }
            });
        }
    }

    private static void keepFrequent(float[] cells, int count, int width, int column, @Nullable FrequentLevels levels) {
        for (int at = column; levels != null && at < count * width; at += width) {
            cells[at] = levels.kept(cells[at]);
        }
    }

    private void push(NativeArray cells, int firstRow, int count, int width) {
        int code = lightgbmlibJNI.LGBM_DatasetPushRows(
                handle, cells.address(), lightgbmlibConstants.C_API_DTYPE_FLOAT32, count, width, firstRow);
        NativeLightGbm.succeeded(code, "taking rows");
    }

    private void setNames(List<FeatureColumn> columns) {
        String[] names = columns.stream().map(FeatureColumn::name).toArray(String[]::new);
        NativeLightGbm.accepted(
                lightgbmlibJNI.LGBM_DatasetSetFeatureNames(handle, names, names.length), "the column names");
    }

    /**
     * Says what to learn.
     *
     * @param labels of each row
     * @param groupSizes number of rows of each group, in the order of the rows
     */
    void setLabels(float[] labels, int[] groupSizes) {
        try (NativeArray values = NativeArray.of(labels);
                NativeArray sizes = NativeArray.of(groupSizes)) {
            setField("label", values, labels.length, lightgbmlibConstants.C_API_DTYPE_FLOAT32);
            setField("group", sizes, groupSizes.length, lightgbmlibConstants.C_API_DTYPE_INT32);
        }
    }

    private void setField(String field, NativeArray values, int count, int type) {
        NativeLightGbm.accepted(
                lightgbmlibJNI.LGBM_DatasetSetField(handle, field, values.address(), count, type),
                "the field " + field);
    }

    /**
     * A copy of the rows {@code from..to-1} with the same bins, of which it is not said yet what to learn: LightGBM 4.3 gets
     * the groups of a part wrong.
     */
    NativeDataset range(int from, int to, String parameters) {
        try (NativeArray rows = NativeArray.of(IntStream.range(from, to).toArray());
                NativeArray out = NativeArray.ofHandle()) {
            int code =
                    lightgbmlibJNI.LGBM_DatasetGetSubset(handle, rows.address(), to - from, parameters, out.address());
            NativeLightGbm.accepted(code, "a part of the rows");
            return new NativeDataset(out.asHandle());
        }
    }

    long handle() {
        return handle;
    }

    @Override
    public void close() {
        NativeLightGbm.succeeded(lightgbmlibJNI.LGBM_DatasetFree(handle), "freeing a data set");
    }
}
