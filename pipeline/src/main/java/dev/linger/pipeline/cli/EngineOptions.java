package dev.linger.pipeline.cli;

import dev.linger.data.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where a run is carried out. */
final class EngineOptions {
    static final String ENGINE = "--engine";
    static final String MASTER = "--master";
    static final String CONF = "--spark-conf";

    private static final String SPARK = "spark";

    @Option(
            names = ENGINE,
            paramLabel = "NAME",
            description =
                    "spark: on a cluster, what can be done there (docs/scale.md); by default all of it in this process.")
    private @Nullable String engine;

    @Option(
            names = MASTER,
            paramLabel = "URL",
            description = "With the engine spark: the cluster, such as spark://HOST:7077, yarn or k8s://URL.")
    private @Nullable String master;

    @Option(
            names = CONF,
            paramLabel = "KEY=VALUE",
            description =
                    "With the engine spark: one of Spark's own settings, as spark.executor.memory=4g. Repeatable.")
    private List<String> conf = new ArrayList<>();

    /**
     * What carries the run out elsewhere; empty where it stays in this process.
     *
     * @param arguments of the command line, as they were given
     * @throws InputException where options contradict each other, or there is no Spark
     */
    Optional<SparkSubmit> submit(List<String> arguments) {
        if (engine == null) {
            if (master != null || !conf.isEmpty()) {
                throw new InputException(
                        (master != null ? MASTER : CONF) + " says something of a cluster; add " + ENGINE + " " + SPARK);
            }
            return Optional.empty();
        }
        if (!engine.equals(SPARK)) {
            throw new InputException(ENGINE + " must be " + SPARK + " but is " + engine);
        }
        if (master == null) {
            throw new InputException(ENGINE + " " + SPARK + " needs " + MASTER
                    + ", the cluster: spark://HOST:7077, yarn, k8s://URL, or local[*] for this machine");
        }
        return Optional.of(SparkSubmit.find(Map.copyOf(System.getenv()), Path.of(System.getProperty("java.class.path")))
                .with(master, conf, arguments));
    }
}
