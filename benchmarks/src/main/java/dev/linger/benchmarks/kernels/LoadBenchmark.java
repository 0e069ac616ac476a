package dev.linger.benchmarks.kernels;

import dev.linger.data.Progress;
import dev.linger.data.source.DataReport;
import dev.linger.data.source.LoadedData;
import dev.linger.pipeline.config.LingerConfig;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Reads, cleans and sorts all files of a data set, from the page cache: the repeats to warm up have put them there. Rows are
 * those of all files, as they were read.
 */
@State(Scope.Benchmark)
public class LoadBenchmark extends TimedAlone {
    private LingerConfig config;

    @Setup
    public void configure() {
        config = DefaultConfiguration.get();
    }

    @Benchmark
    public LoadedData read(DataFiles files, Rows rows) {
        LoadedData loaded = config.data().read(files.folder(), config.watch(), Progress.SILENT);
        rows.rows += loaded.report().files().stream()
                .mapToLong(DataReport.InputFile::rowsRead)
                .sum();
        return loaded;
    }
}
