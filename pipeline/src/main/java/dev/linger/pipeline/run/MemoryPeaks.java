package dev.linger.pipeline.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How much memory this process needed at most. */
final class MemoryPeaks {
    private static final Path STATUS = Path.of("/proc/self/status");

    private MemoryPeaks() {}

    /** Starts a new measurement of {@link #heapMiB}. */
    static void resetHeap() {
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** Sum of the heap pools' peaks since the reset, garbage included: an upper bound, as pools peak at different times. */
    static long heapMiB() {
        return heapPools().stream()
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    /** Peak resident size since the process began (Linux: VmHWM), native memory included; empty on other systems. */
    static Optional<Long> residentMiB() {
        try {
            return Files.isReadable(STATUS) ? highWaterMark(Files.readAllLines(STATUS)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** From a line such as {@code VmHWM:     51236 kB}. */
    static Optional<Long> highWaterMark(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
                .findFirst();
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
