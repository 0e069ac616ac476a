package dev.linger.benchmarks.peers;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** A timed section of this process, as the scripts of the peers print theirs ({@link PrintedLines}). */
final class Section {
    private final long nanos = System.nanoTime();
    private final long cpuNanos = cpuNanos();

    private Section() {}

    static Section begin() {
        return new Section();
    }

    void print() {
        double seconds = (System.nanoTime() - nanos) / 1e9;
        double cpuSeconds = (cpuNanos() - cpuNanos) / 1e9;
        System.out.printf(Locale.ROOT, "{\"seconds\": %.6f, \"cpuSeconds\": %.6f}%n", seconds, cpuSeconds);
    }

    static void fact(String name, String value) {
        System.out.printf(Locale.ROOT, "{\"fact\": \"%s\", \"value\": \"%s\"}%n", name, value);
    }

    /** Of all threads, those of the collector and the compiler and native ones too. */
    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
