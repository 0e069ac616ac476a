package dev.linger.pipeline.cli;

import dev.linger.candidates.sources.SourceArithmetic;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Starts the program a second time with what {@code java -jar} leaves out and makes it fast: Java's vector module, and threads
 * of LightGBM that soon go to sleep where they wait. The first process waits for the second, ends with its exit code, and takes
 * it along where it is told to end, or is killed.
 *
 * @param javaOptions that this process was started with
 * @param classPath that this process was started with
 * @param environment of this process
 * @param vectorModule that Java has and was started without; empty where there is none
 */
record Relaunch(
        Supplier<List<String>> javaOptions, String classPath, Map<String, String> environment, String vectorModule) {
    /** The option that does without. */
    static final String OPTION = "--no-relaunch";

    private static final String PARENT = "linger.startedBy";
    private static final String WAIT_POLICY = "OMP_WAIT_POLICY";
    private static final String SPINS = "GOMP_SPINCOUNT";
    /** Where a machine has more threads than cores, libgomp itself looks so often before it sleeps; else 300,000 times. */
    private static final String FEW_SPINS = "1000";

    /** Killed by the signal 9, as a shell says it. */
    private static final int KILLED = 137;

    /** Commands that fit, score or train. */
    private static final Set<String> COMMANDS = Set.of(
            "run",
            "fit",
            "recommend",
            "serve",
            "compare",
            "cuts",
            "sweep",
            "rolling",
            "simulate",
            "off-policy",
            "ablate",
            "audit");

    /** What two processes cannot both have: a debugger's port, a profiler, a file that is recorded to. */
    private static final List<String> NOT_TWICE = List.of(
            "-agent", "-javaagent", "-xrun", "-xdebug", "-xlog", "-dcom.sun.management", "-xx:startflightrecording");

    Relaunch {
        environment = Map.copyOf(environment);
    }

    /** That of this process. */
    static Relaunch current() {
        return new Relaunch(
                () -> ManagementFactory.getRuntimeMXBean().getInputArguments(),
                System.getProperty("java.class.path", ""),
                System.getenv(),
                SourceArithmetic.missingModule());
    }

    /** Ends this process with the one that started it, where that did so by {@link #run(ProcessBuilder)}. */
    static void endWithParent() {
        Long parent = Long.getLong(PARENT);
        if (parent != null) {
            Thread watch = new Thread(
                    () -> {
                        ProcessHandle.of(parent)
                                .ifPresent(process -> process.onExit().join());
                        Runtime.getRuntime().halt(KILLED);
                    },
                    "first process");
            watch.setDaemon(true);
            watch.start();
        }
    }

    /** The second process; empty where the first one does. */
    Optional<ProcessBuilder> second(String... arguments) {
        if (!classPath.endsWith(".jar")
                || classPath.contains(File.pathSeparator)
                || !COMMANDS.contains(arguments.length == 0 ? "" : arguments[0])
                || Stream.of(OPTION, "--help", "-h").anyMatch(Arrays.asList(arguments)::contains)
                || Stream.of(arguments).anyMatch(LocaleCheck::isDamaged)
                || LocaleCheck.isDamaged(System.getProperty("user.dir", ""))) {
            return Optional.empty();
        }
        List<String> given = javaOptions.get();
        if (given.stream().anyMatch(Relaunch::isForOneProcess)) {
            return Optional.empty();
        }
        List<String> added = vectorModule.isEmpty() ? List.of() : List.of("--add-modules=" + vectorModule);
        ProcessBuilder second = new ProcessBuilder().inheritIO();
        // Threads of LightGBM wait for each other at every split of a node. Those that spin as long as libgomp has them
        // hold cores that other programs, and the thread that they wait for, need: training takes several times as
        // long.
        if (!environment.containsKey(WAIT_POLICY) && !environment.containsKey(SPINS)) {
            second.environment().put(SPINS, FEW_SPINS);
        } else if (added.isEmpty()) {
            return Optional.empty();
        }
        second.command()
                .add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        second.command().addAll(given);
        second.command().addAll(added);
        second.command().add("-D" + PARENT + "=" + ProcessHandle.current().pid());
        second.command().addAll(List.of("-jar", classPath));
        second.command().addAll(Arrays.asList(arguments));
        return Optional.of(second);
    }

    private static boolean isForOneProcess(String option) {
        String small = option.toLowerCase(Locale.ROOT);
        return small.startsWith("-d" + PARENT.toLowerCase(Locale.ROOT))
                || NOT_TWICE.stream().anyMatch(small::startsWith);
    }

    /** Starts the second process and waits for it; its exit code, empty where it cannot be started. */
    static OptionalInt run(ProcessBuilder second) {
        Process process;
        try {
            process = second.start();
        } catch (IOException failure) {
            return OptionalInt.empty();
        }
        if (!second.command().contains("--quiet")) {
            System.err.println("Started again with what makes it fast (" + OPTION + " does without).");
        }
        return OptionalInt.of(await(process));
    }

    /** Waits for a process, which ends where this one is told to; its exit code. */
    static int await(Process process) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
        try {
            return process.waitFor();
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the second process", interrupt);
        }
    }

    /** Asks it to end, and waits until it has. */
    private static void end(Process process) {
        process.destroy();
        boolean isInterrupted = false;
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException interrupt) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
