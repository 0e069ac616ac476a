package dev.linger.benchmarks;

import dev.linger.pipeline.run.BuildInfo;
import dev.linger.pipeline.run.Machine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What figures depend on apart from the code: machine, Java, options. */
public final class Environment {
    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    private Environment() {}

    /** A few lines; what the system does not tell is "unknown". */
    public static String description() {
        Machine machine = Machine.current();
        BuildInfo build = BuildInfo.current();
        return String.join(
                "\n",
                "linger:     " + build.version() + ", revision " + build.revision(),
                "java:       " + machine.java() + "; " + System.getProperty("java.vm.name"),
                "options:    " + shown(ManagementFactory.getRuntimeMXBean().getInputArguments()) + "; most heap "
                        + machine.maxHeapMiB() + " MiB",
                "vectors:    " + vectors(),
                "system:     " + machine.os(),
                "processor:  " + value(Path.of("/proc/cpuinfo"), "model name") + ", " + machine.processors()
                        + " processors",
                "memory:     " + value(Path.of("/proc/meminfo"), "MemTotal"),
                "load:       " + load() + " in the last minute; OMP_WAIT_POLICY "
                        + System.getenv().getOrDefault("OMP_WAIT_POLICY", "not set"));
    }

    private static String vectors() {
        if (ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent()) {
            return VECTOR_MODULE + " is on";
        }
        boolean there = ModuleFinder.ofSystem().find(VECTOR_MODULE).isPresent();
        return VECTOR_MODULE + (there ? " is off, this Java has it" : " is not in this Java");
    }

    private static String load() {
        double average = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return average < 0 ? "unknown" : String.format(Locale.ROOT, "%.2f", average);
    }

    private static String shown(List<String> options) {
        return options.isEmpty() ? "none" : String.join(" ", options);
    }

    private static String value(Path file, String key) {
        try {
            return Files.isReadable(file) ? value(Files.readAllLines(file), key) : "unknown";
        } catch (IOException unreadable) {
            return "unknown";
        }
    }

    /** From the first line such as {@code model name : Some Processor}. */
    static String value(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }
}
