package dev.linger.pipeline.ablation;

import com.sun.management.OperatingSystemMXBean;
import dev.linger.data.InputException;
import dev.linger.data.source.DataSize;
import dev.linger.data.store.ModelWriter;
import dev.linger.data.store.UnfinishedWork;
import dev.linger.pipeline.protocol.TrainingWindow;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.retrieval.RetrieverTrainer;
import dev.linger.recommender.retrieval.FittedSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What sources cost: each is fitted once more, by itself, to the rows before the cut.
 *
 * @param trainer that reads and keeps nothing of other runs
 * @param window the rows before the cut
 * @param size of the data, for estimates
 */
record SourceCosts(RetrieverTrainer trainer, TrainingWindow window, DataSize size) {
    private static final double MEGA = 1e6;
    private static final double NANOS = 1e9;

    /** One row a source, in the order given. */
    ResultTable of(List<FittedSource> sources) {
        List<List<Cell>> rows = new ArrayList<>();
        sources.forEach(source -> rows.add(row(source)));
        return new ResultTable(
                "source-costs",
                "Costs of the sources, each fitted once by itself",
                null,
                List.of(
                        Column.text("source"),
                        Column.decimal("seconds", 2),
                        Column.decimal("CPU seconds", 2),
                        Column.decimal("MB to fit", 0),
                        Column.decimal("MB in memory", 1),
                        Column.decimal("MB of model", 1)),
                rows,
                List.of(
                        "fitted to the " + window.log().size() + " rows before the cut by "
                                + trainer.run().workers().threads() + " threads; what sources share is in each",
                        "MB to fit: estimated; in memory: the heap that is in use as long as the fitted source is; of"
                                + " model: its files"));
    }

    private List<Cell> row(FittedSource source) {
        long before = heapInUse();
        long start = System.nanoTime();
        long cpu = cpuNanos();
        FittedSource again = trainer.fit(source.name(), source.config(), window);
        double seconds = (System.nanoTime() - start) / NANOS;
        double cpuSeconds = (cpuNanos() - cpu) / NANOS;
        long held = heapInUse() - before;
        return List.of(
                Cell.of(source.name()),
                Cell.of(seconds),
                Cell.of(cpuSeconds),
                Cell.of(source.config().heapBytes(size, trainer.run().workers().threads()) / MEGA),
                Cell.of(Math.max(0, held) / MEGA),
                Cell.of(modelBytes(again) / MEGA));
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static long heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long modelBytes(FittedSource source) {
        try {
            Path folder = Files.createTempDirectory("linger-source");
            try {
                ModelWriter writer = ModelWriter.create(folder);
                source.scorer().write(writer);
                writer.finish();
                try (Stream<Path> files = Files.list(folder)) {
                    return files.mapToLong(file -> file.toFile().length()).sum();
                }
            } finally {
                UnfinishedWork.deleteTree(folder);
            }
        } catch (IOException failure) {
            throw new InputException(
                    "the folder for temporary files cannot be written (" + failure.getMessage() + ")", failure);
        }
    }
}
