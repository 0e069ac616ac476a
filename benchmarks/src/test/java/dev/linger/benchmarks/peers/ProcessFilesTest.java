package dev.linger.benchmarks.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ProcessFilesTest {
    @Test
    void cpuOfEndedChildrenStandsBehindANameOfAnyShape() {
        // utime 11, stime 12, cutime 250, cstime 50: 2.5 s and 0.5 s.
        String stat = "7 (a (b) c) S 1 7 7 0 -1 4194560 100 200 0 0 11 12 250 50 20 0 30 0 99 100 200";
        assertEquals(3.0, ProcessFiles.cpuSecondsOfEnded(stat));
    }

    @Test
    void theHighWaterMarkIsInKibibytes() {
        assertEquals(50, ProcessFiles.residentMiB(List.of("Name:\tjava", "VmHWM:\t   51200 kB", "Threads:\t9")));
        assertEquals(Double.NaN, ProcessFiles.residentMiB(List.of("Name:\tkthreadd")));
    }
}
