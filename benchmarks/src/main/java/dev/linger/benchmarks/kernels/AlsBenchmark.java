package dev.linger.benchmarks.kernels;

import dev.linger.candidates.als.AlsConfig;
import dev.linger.data.InteractionLog;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One iteration of alternating least squares: all items, all users and the loss. Rows are the pairs. Making pairs of the log
 * and drawing start values come before and are not timed; the iterations of the repeats follow each other in one fit.
 */
@State(Scope.Benchmark)
public class AlsBenchmark extends TimedAlone {
    @Param({"64", "128"})
    public int factorCount;

    @Param({"CONJUGATE_GRADIENT", "CHOLESKY"})
    public AlsConfig.Solver solver;

    private InteractionLog log;
    private AlsIterations iterations;

    @Setup
    public void begin(Scale scale) {
        log = DrawnLog.of(scale);
        iterations = AlsIterations.begin(log, scale, factorCount, solver);
    }

    @TearDown
    public void giveUp() {
        iterations.close();
    }

    /** Without the vector module. */
    @Benchmark
    public void plain(Rows rows) {
        iterate(rows);
    }

    /** The same with the vector module on hand. */
    @Benchmark
    @Fork(jvmArgsAppend = VECTOR_MODULE)
    public void vector(Rows rows) {
        iterate(rows);
    }

    private void iterate(Rows rows) {
        iterations.next();
        rows.rows += log.size();
    }
}
