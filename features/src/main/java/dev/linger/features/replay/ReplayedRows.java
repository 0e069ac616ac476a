package dev.linger.features.replay;

import dev.linger.data.Progress;
import dev.linger.data.Workers;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRequests;
import dev.linger.features.FeatureSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * Rows that are computed by walking the log whenever they are read.
 *
 * @param begin makes a replay that stands before the first row's day, always the same
 * @param columns those of the replay
 * @param requests the rows
 * @param workers who computes
 * @param progress told of the rows as they are read
 */
public record ReplayedRows(
        Supplier<FeatureReplay> begin,
        List<FeatureColumn> columns,
        FeatureRequests requests,
        Workers workers,
        Progress progress)
        implements FeatureSource {
    public ReplayedRows {
        columns = List.copyOf(columns);
    }

    @Override
    public int[] user() {
        return requests.user();
    }

    @Override
    public int[] item() {
        return requests.item();
    }

    @Override
    public void forEachBlock(BlockReader reader) {
        begin.get().read(requests, workers, progress, reader);
    }

    @Override
    public void forEachBlockAtOnce(BlockReader reader) {
        try (Progress.Task task = FeatureReplay.filling(requests, progress)) {
            begin.get().readUnordered(requests, workers, task, reader);
        }
    }

    @Override
    public FeatureSource pick(int[] rows) {
        return new ReplayedRows(begin, columns, requests.rows(rows), workers, progress);
    }
}
