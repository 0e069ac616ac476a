package dev.linger.pipeline.cli;

import dev.linger.data.InputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts Spark's own {@code spark-submit} with Linger's jar for clusters.
 *
 * @param command what is started, with all arguments
 */
record SparkSubmit(List<String> command) {
    /** Where Spark is unpacked. */
    static final String HOME = "SPARK_HOME";

    /** Where the jar for clusters is, if it is neither beside linger.jar nor where it is built. */
    static final String JAR = "LINGER_SPARK_JAR";

    private static final String JAR_NAME = "linger-spark.jar";
    private static final String MAIN = "dev.linger.spark.SparkMain";

    SparkSubmit {
        command = List.copyOf(command);
    }

    /** What was found on this machine. */
    record Found(Path submit, Path jar) {
        /** The whole command of a run. */
        SparkSubmit with(String master, List<String> conf, List<String> arguments) {
            List<String> all = new ArrayList<>(List.of(submit.toString(), "--master", master, "--class", MAIN));
            conf.forEach(setting -> all.addAll(List.of("--conf", setting)));
            // What comes back of a half-sweep are the factors of a side, which may be more than a gibibyte.
            if (conf.stream().noneMatch(setting -> setting.startsWith("spark.driver.maxResultSize="))) {
                all.addAll(List.of("--conf", "spark.driver.maxResultSize=0"));
            }
            all.add(jar.toString());
            all.addAll(arguments);
            return new SparkSubmit(all);
        }
    }

    /**
     * Finds Spark and the jar.
     *
     * @param environment of this process
     * @param lingerJar the jar that this process runs from
     * @throws InputException which says how to get what is missing
     */
    static Found find(Map<String, String> environment, Path lingerJar) {
        String home = environment.getOrDefault(HOME, "");
        String name = File.separatorChar == '\\' ? "spark-submit.cmd" : "spark-submit";
        Path submit = Path.of(home, "bin", name);
        if (home.isEmpty() || !Files.isRegularFile(submit)) {
            throw new InputException("--engine spark needs Apache Spark 4.2 for Scala 2.13 on this machine, and "
                    + (home.isEmpty() ? HOME + " is not set" : "there is no " + submit)
                    + ". Unpack it from https://spark.apache.org/downloads.html and set " + HOME
                    + " to its folder, which has bin and jars.");
        }
        Path folder = lingerJar.toAbsolutePath().resolveSibling("").normalize();
        String named = environment.getOrDefault(JAR, "");
        return Stream.of(Path.of(named), folder.resolve(JAR_NAME), folder.resolve("../../spark/target/" + JAR_NAME))
                .map(Path::normalize)
                .filter(Files::isRegularFile)
                .findFirst()
                .map(jar -> new Found(submit, jar))
                .orElseThrow(() -> new InputException("--engine spark needs " + JAR_NAME + ", which is not in " + folder
                        + (named.isEmpty() ? "" : " and not " + named)
                        + ". Build it with mvn -Pspark -DskipTests package"
                        + " (spark/target/" + JAR_NAME + "), and put it beside linger.jar or set " + JAR + " to it."));
    }

    /** Runs it to its end; its exit code. */
    int run() {
        try {
            return Relaunch.await(new ProcessBuilder(command).inheritIO().start());
        } catch (IOException failure) {
            throw new InputException(command.get(0) + " cannot be started (" + failure + ")", failure);
        }
    }
}
