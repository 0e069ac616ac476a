package dev.linger.ranker.lightgbm;

import com.microsoft.ml.lightgbm.lightgbmlibConstants;
import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import dev.linger.features.FeatureRows;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where rows cross over into LightGBM's memory, in any order and from several threads at once; each has a buffer and a number
 * by which LightGBM tells it from others. In each of them LightGBM itself has to use one thread.
 */
final class RowFeed implements AutoCloseable {
    private static final int ROWS_AT_ONCE = 1_024;

    private final long dataset;
    private final @Nullable FrequentLevels[] levels;
    private final int[] categories;
    private final List<Buffer> buffers = new ArrayList<>();
    private final BlockingQueue<Buffer> free;

    /** LightGBM wants labels with the rows; they are set once all rows are there. */
    private final NativeArray noLabels = NativeArray.of(new float[ROWS_AT_ONCE]);

    /**
     * A feed of a data set that has room for rows but none yet.
     *
     * @param levels by column; null for numbers
     * @param threads how many may give rows at once; others wait
     */
    RowFeed(long dataset, @Nullable FrequentLevels[] levels, int threads) {
        this.dataset = dataset;
        this.levels = levels;
        this.categories = IntStream.range(0, levels.length)
                .filter(column -> levels[column] != null)
                .toArray();
        for (int thread = 0; thread < threads; thread++) {
            buffers.add(new Buffer(thread, levels.length));
        }
        this.free = new ArrayBlockingQueue<>(threads, false, buffers);
        NativeLightGbm.succeeded(
                lightgbmlibJNI.LGBM_DatasetInitStreaming(dataset, 0, 0, 0, 1, threads, 1), "making room for rows");
    }

    /** Cells of some rows, in Java's and in native memory, of one thread at a time. */
    private record Buffer(int thread, float[] cells, NativeArray copied) {
        Buffer(int thread, int width) {
            this(thread, new float[ROWS_AT_ONCE * width], NativeArray.ofFloats(ROWS_AT_ONCE * width));
        }
    }

    /** Takes a block of rows, whose first is number {@code first} in the data set. */
    void take(int first, FeatureRows rows) {
        Buffer buffer = takeBuffer();
        try {
            for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
                push(rows, from, Math.min(rows.size(), from + ROWS_AT_ONCE), first + from, buffer);
            }
        } finally {
            free.add(buffer);
        }
    }

    private Buffer takeBuffer() {
        try {
            return free.take();
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a buffer", interrupt);
        }
    }

    private void push(FeatureRows rows, int from, int to, int number, Buffer buffer) {
        int width = levels.length;
        int cells = (to - from) * width;
        System.arraycopy(rows.values(), from * width, buffer.cells(), 0, cells);
        for (int column : categories) {
            keepFrequent(buffer.cells(), cells, column, levels[column]);
        }
        buffer.copied().set(buffer.cells(), 0, cells);
        int code = lightgbmlibJNI.LGBM_DatasetPushRowsWithMetadata(
                dataset,
                buffer.copied().address(),
                lightgbmlibConstants.C_API_DTYPE_FLOAT32,
                to - from,
                width,
                number,
                noLabels.address(),
                0,
                0,
                0,
                buffer.thread());
        NativeLightGbm.succeeded(code, "taking rows");
    }

    private void keepFrequent(float[] cells, int end, int column, @Nullable FrequentLevels frequent) {
        for (int at = column; frequent != null && at < end; at += levels.length) {
            cells[at] = frequent.kept(cells[at]);
        }
    }

    /** Says that all rows are there. */
    void finish() {
        NativeLightGbm.succeeded(lightgbmlibJNI.LGBM_DatasetMarkFinished(dataset), "taking the last row");
    }

    @Override
    public void close() {
        buffers.forEach(buffer -> buffer.copied().close());
        noLabels.close();
    }
}
