package dev.linger.benchmarks.kernels;

import dev.linger.data.Workers;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** How much there is to do, and with how many threads. */
@State(Scope.Benchmark)
public class Scale {
    private static final int USERS = 7_176;
    private static final int ITEMS = 10_728;
    private static final int PAIRS = 10_300_969;

    /**
     * Share of KuaiRec's pairs, 1 for all of them. Users and items go with its square root, so that the same share of all
     * cells is watched at any scale.
     */
    @Param("0.125")
    public double scale;

    /** Threads to work with, 0 for as many as the machine has processors. */
    @Param("0")
    public int threads;

    private Workers workers;

    @Setup
    public void start() {
        workers = new Workers(threads());
    }

    @TearDown
    public void stop() {
        workers.close();
    }

    public int threads() {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }

    public Workers workers() {
        return workers;
    }

    public int users() {
        return (int) Math.ceil(USERS * Math.sqrt(scale));
    }

    public int items() {
        return (int) Math.ceil(ITEMS * Math.sqrt(scale));
    }

    int pairs() {
        return (int) Math.ceil(PAIRS * scale);
    }
}
