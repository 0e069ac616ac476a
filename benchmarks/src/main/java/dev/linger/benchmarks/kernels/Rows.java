package dev.linger.benchmarks.kernels;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Counts the rows of an operation, so that its time can be read as rows a second. */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class Rows {
    /** What a row is each benchmark says. */
    public long rows;
}
