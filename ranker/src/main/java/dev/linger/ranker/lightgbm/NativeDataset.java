package dev.linger.ranker.lightgbm;

import com.microsoft.ml.lightgbm.lightgbmlibConstants;
import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import dev.linger.data.Workers;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.features.FeatureSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Feature rows in LightGBM's memory, their columns cut into bins. */
final class NativeDataset implements AutoCloseable {
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
     * Takes the rows from all threads that compute them; after that LightGBM uses one thread.
     *
     * @param fitRows only so many rows, the first ones, say where bins are cut
     * @param parameters LightGBM's; those of bins and categories take effect here
     * @param threads how many give rows at once
     */
    static NativeDataset of(FeatureSource rows, int fitRows, Bins bins, String parameters, int threads) {
        FrequentLevels[] levels = new FrequentLevels[rows.columns().size()];
        NativeDataset dataset = binned(rows, fitRows, bins, parameters, levels, threads);
        try {
            dataset.setNames(rows.columns());
            NativeLightGbm.useThreads(1);
            try (RowFeed feed = new RowFeed(dataset.handle, levels, threads)) {
                rows.forEachBlockAtOnce(feed::take);
                feed.finish();
            }
            return dataset;
        } catch (RuntimeException failure) {
            dataset.close();
            throw failure;
        }
    }

    /**
     * Bins and room, but no rows yet. A sample is computed for itself, and let go before all rows are: their features take
     * most memory while they are computed.
     *
     * @param levels are set, by column
     */
    private static NativeDataset binned(
            FeatureSource rows,
            int fitRows,
            Bins bins,
            String parameters,
            @Nullable FrequentLevels[] levels,
            int threads) {
        int[] drawn = BinSample.draw(fitRows, bins.sampleRows(), bins.random());
        FeatureRows sampled = (drawn.length == rows.size() ? rows : rows.pick(drawn)).all();
        setLevels(sampled, bins.maxLevels(), levels);
        try (Workers workers = new Workers(threads);
                BinSample sample = BinSample.of(sampled, levels, workers)) {
            return new NativeDataset(sample.dataset(rows.size(), fitRows, parameters));
        }
    }

    private static void setLevels(FeatureRows sampled, int maxLevels, @Nullable FrequentLevels[] levels) {
        List<FeatureColumn> columns = sampled.columns();
        for (int column = 0; column < levels.length; column++) {
            if (columns.get(column).kind() == FeatureColumn.Kind.CATEGORY) {
                levels[column] = FrequentLevels.of(sampled.cells(column), maxLevels);
            }
        }
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
