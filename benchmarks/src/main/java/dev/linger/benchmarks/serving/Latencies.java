package dev.linger.benchmarks.serving;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What became of the calls of one kind: every latency, kept exactly, and what went wrong how often. Safe for threads. */
final class Latencies {
    private long[] nanos = new long[1 << 12];
    private int count;
    private boolean sorted;
    private final Map<String, Integer> failures = new TreeMap<>();

    synchronized void answered(long latencyNanos) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = latencyNanos;
        sorted = false;
    }

    /** @param why short, such as a status; equal ones are counted together */
    synchronized void failed(String why) {
        failures.merge(why, 1, Integer::sum);
    }

    synchronized int answers() {
        return count;
    }

    synchronized Map<String, Integer> failures() {
        return new TreeMap<>(failures);
    }

    /**
     * The smallest latency that is not below a share of all.
     *
     * @param share above 0, up to 1 for the largest
     * @return milliseconds; NaN where nothing was answered
     */
    synchronized double millis(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        if (!sorted) {
            Arrays.sort(nanos, 0, count);
            sorted = true;
        }
        int rank = (int) Math.ceil(share * count);
        return nanos[Math.max(rank, 1) - 1] / 1e6;
    }
}
