package dev.linger.benchmarks.peers;

import dev.linger.data.InputException;
import java.io.File;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How Linger's processes are started.
 *
 * @param jar Linger, for what a user calls by the command line
 * @param options of Java, for all of them
 */
record JavaCommand(Path jar, List<String> options) {
    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    /** @throws InputException if the jar is not there */
    JavaCommand {
        options = List.copyOf(options);
        if (!Files.isRegularFile(jar)) {
            throw new InputException("there is no jar " + jar
                    + "; build it with mvn -DskipTests package, or name another one with --jar");
        }
    }

    /** Java with its options. */
    List<String> plain() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.addAll(options);
        return command;
    }

    /** Linger's command line, as a user types it. */
    List<String> linger(String... arguments) {
        List<String> command = plain();
        command.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Linger's part of a step, with the vector module where this Java has it. */
    List<String> side(String... arguments) {
        List<String> command = plain();
        if (ModuleFinder.ofSystem().find(VECTOR_MODULE).isPresent()) {
            command.add("--add-modules=" + VECTOR_MODULE);
        }
        command.addAll(List.of("-cp", classPath(), LingerSide.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** That of this process, for one that runs in another folder. */
    static String classPath() {
        return Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
