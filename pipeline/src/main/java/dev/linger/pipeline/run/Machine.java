package dev.linger.pipeline.run;

/**
 * Where a run took place.
 *
 * @param java version and maker of the Java runtime
 * @param os name, version and architecture of the system
 * @param processors how many the runtime sees
 * @param maxHeapMiB the limit set by -Xmx
 */
public record Machine(String java, String os, int processors, long maxHeapMiB) {
    /** The machine that runs this. */
    public static Machine current() {
        Runtime runtime = Runtime.getRuntime();
        return new Machine(
                join("java.runtime.version", "java.vendor"),
                join("os.name", "os.version", "os.arch"),
                runtime.availableProcessors(),
                runtime.maxMemory() >> 20);
    }

    private static String join(String... properties) {
        StringBuilder joined = new StringBuilder();
        for (String property : properties) {
            joined.append(joined.isEmpty() ? "" : " ").append(System.getProperty(property, "unknown"));
        }
        return joined.toString();
    }
}
