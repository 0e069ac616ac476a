package dev.linger.benchmarks.kernels;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How every benchmark here is run unless the command line says otherwise: one operation a repeat, two repeats to warm up and
 * five that count, in a process of its own with the heap that Linger is promised to run in.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsPrepend = "-Xmx4g")
public abstract class TimedAlone {
    /** Appended to the options of the process where kernels may use the vector module. */
    static final String VECTOR_MODULE = "--add-modules=jdk.incubator.vector";
}
