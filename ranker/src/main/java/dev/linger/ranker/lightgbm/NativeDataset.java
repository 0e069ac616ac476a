package dev.linger.ranker.lightgbm;

import com.microsoft.ml.lightgbm.lightgbmlibConstants;
import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.TrainingSet;
import org.jspecify.annotations.Nullable;

/** A training set in LightGBM's memory, its columns cut into bins. The one place where rows cross over. */
final class NativeDataset implements AutoCloseable {
    private static final int ROW_MAJOR = 1;
    private static final long NO_REFERENCE = 0;

    private final long handle;

    private NativeDataset(long handle) {
        this.handle = handle;
    }

    /**
     * Copies a training set.
     *
     * @param labels what to learn of each row
     * @param maxLevels most levels of a category
     * @param parameters LightGBM's; those of bins and categories take effect here
     * @param reference the set whose bins are used too, or null for bins of its own
     */
    static NativeDataset of(
            TrainingSet set, float[] labels, int maxLevels, String parameters, @Nullable NativeDataset reference) {
        FeatureRows rows = set.rows();
        NativeDataset dataset = ofCells(
                FrequentLevels.of(rows, maxLevels), rows.size(), rows.columns().size(), parameters, reference);
        try {
            dataset.setNames(set.rows());
            dataset.setLabels(labels);
            dataset.setGroups(set.groupSizes());
            return dataset;
        } catch (RuntimeException failure) {
            dataset.close();
            throw failure;
        }
    }

    /** Copies a row-major matrix; NaN is missing. */
    static NativeDataset ofCells(
            float[] values, int rows, int columns, String parameters, @Nullable NativeDataset reference) {
        try (NativeArray cells = NativeArray.of(values);
                NativeArray out = NativeArray.ofHandle()) {
            int code = lightgbmlibJNI.LGBM_DatasetCreateFromMat(
                    cells.address(),
                    lightgbmlibConstants.C_API_DTYPE_FLOAT32,
                    rows,
                    columns,
                    ROW_MAJOR,
                    parameters,
                    reference == null ? NO_REFERENCE : reference.handle,
                    out.address());
            NativeLightGbm.accepted(code, "the feature rows");
            return new NativeDataset(out.asHandle());
        }
    }

    private void setNames(FeatureRows rows) {
        String[] names = rows.columns().stream().map(FeatureColumn::name).toArray(String[]::new);
        NativeLightGbm.accepted(
                lightgbmlibJNI.LGBM_DatasetSetFeatureNames(handle, names, names.length), "the column names");
    }

    private void setLabels(float[] labels) {
        try (NativeArray values = NativeArray.of(labels)) {
            setField("label", values, labels.length, lightgbmlibConstants.C_API_DTYPE_FLOAT32);
        }
    }

    private void setGroups(int[] sizes) {
        try (NativeArray values = NativeArray.of(sizes)) {
            setField("group", values, sizes.length, lightgbmlibConstants.C_API_DTYPE_INT32);
        }
    }

    private void setField(String field, NativeArray values, int count, int type) {
        NativeLightGbm.accepted(
                lightgbmlibJNI.LGBM_DatasetSetField(handle, field, values.address(), count, type),
                "the field " + field);
    }

    long handle() {
        return handle;
    }

    @Override
    public void close() {
        NativeLightGbm.succeeded(lightgbmlibJNI.LGBM_DatasetFree(handle), "freeing a data set");
    }
}
