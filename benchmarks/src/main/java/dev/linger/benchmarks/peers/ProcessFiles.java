package dev.linger.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What Linux tells of processes in {@code /proc}; NaN elsewhere. */
final class ProcessFiles {
    /** Linux gives all its times in this unit to programs, whatever the kernel's own. */
    private static final double TICKS_A_SECOND = 100;

    private static final String HIGH_WATER_MARK = "VmHWM:";

    private ProcessFiles() {}

    /** User and system seconds of all children of this process that have ended, and of theirs; 10 ms exact. */
    static double cpuSecondsOfEnded() {
        try {
            return cpuSecondsOfEnded(Files.readString(Path.of("/proc/self/stat")));
        } catch (IOException notLinux) {
            return Double.NaN;
        }
    }

    /** From {@code PID (NAME) S ...}: its fields 16 and 17. The name may hold blanks and parentheses. */
    static double cpuSecondsOfEnded(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_A_SECOND;
    }

    /** Sum of the peak resident sizes up to now of a process and those that it has started. */
    static double residentMiB(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToDouble(each -> residentMiB(each.pid()))
                .filter(size -> !Double.isNaN(size))
                .reduce(Double::sum)
                .orElse(Double.NaN);
    }

    private static double residentMiB(long pid) {
        try {
            return residentMiB(Files.readAllLines(Path.of("/proc/" + pid + "/status")));
        } catch (IOException endedOrNotLinux) {
            return Double.NaN;
        }
    }

    /** From a line such as {@code VmHWM:     51236 kB}. */
    static double residentMiB(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith(HIGH_WATER_MARK))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .findFirst()
                .orElse(Double.NaN);
    }
}
