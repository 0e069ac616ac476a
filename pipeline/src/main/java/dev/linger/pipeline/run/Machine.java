package dev.linger.pipeline.run;

import dev.linger.candidates.sources.SourceArithmetic;
import java.util.Optional;

/**
 * Where a run took place.
 *
 * @param java version and maker of the Java runtime
 * @param os name, version and architecture of the system
 * @param processors how many the runtime sees
 * @param maxHeapMiB the limit set by -Xmx
 * @param kernels the arithmetic of the sources, on which the last digits of factors and scores depend
 */
public record Machine(String java, String os, int processors, long maxHeapMiB, String kernels) {
    /** The machine that runs this. */
    public static Machine current() {
        Runtime runtime = Runtime.getRuntime();
        return new Machine(
                join("java.runtime.version", "java.vendor"),
                join("os.name", "os.version", "os.arch"),
                runtime.availableProcessors(),
                runtime.maxMemory() >> 20,
                SourceArithmetic.description());
    }

    /** The kernels as a line of the log, which says how to get faster ones where there are. */
    public String kernelsLine() {
        String hint = SourceArithmetic.hint();
        return "kernels: " + kernels + (hint.isEmpty() ? "" : "; " + hint);
    }

    /** How to get faster kernels, for one screen; empty where there are none. */
    public Optional<String> fasterKernels() {
        return Optional.of(SourceArithmetic.hint()).filter(hint -> !hint.isEmpty());
    }

    private static String join(String... properties) {
        StringBuilder joined = new StringBuilder();
        for (String property : properties) {
            joined.append(joined.isEmpty() ? "" : " ").append(System.getProperty(property, "unknown"));
        }
        return joined.toString();
    }
}
