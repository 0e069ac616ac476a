package dev.linger.pipeline.run;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** How much memory this process needed at most. */
final class MemoryPeaks {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final AtomicLong HELD = new AtomicLong();
    private static final Set<String> HEAP_POOLS =
            heapPools().map(MemoryPoolMXBean::getName).collect(Collectors.toUnmodifiableSet());

    static {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener((notification, none) -> note(notification), null, null);
            }
        }
    }

    private MemoryPeaks() {}

    private static Stream<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    private static void note(Notification notification) {
        if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            Map<String, MemoryUsage> after = GarbageCollectionNotificationInfo.from(
                            (CompositeData) notification.getUserData())
                    .getGcInfo()
                    .getMemoryUsageAfterGc();
            long held = after.entrySet().stream()
                    .filter(pool -> HEAP_POOLS.contains(pool.getKey()))
                    .mapToLong(pool -> pool.getValue().getUsed())
                    .sum();
            HELD.accumulateAndGet(held, Math::max);
        }
    }

    /** Starts a new measurement of {@link #heapMiB}. */
    static void resetHeap() {
        HELD.set(0);
    }

    /**
     * The most heap that was in use after a collection since the reset: what was held, and the garbage that the collection
     * left; where nothing was collected, what is in use now.
     */
    static long heapMiB() {
        long held = HELD.get();
        return (held > 0
                        ? held
                        : heapPools()
                                .mapToLong(pool -> pool.getUsage().getUsed())
                                .sum())
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
}
