package dev.linger.spark;

import dev.linger.pipeline.cli.Linger;
import dev.linger.pipeline.cli.RunAction;
import dev.linger.pipeline.run.RunRequest;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * What spark-submit starts: the command line of Linger, whose {@code run} is carried out on the cluster. {@code linger run
 * --engine spark} calls it so.
 */
public final class SparkMain {
    private SparkMain() {}

    public static void main(String[] args) {
        int exitCode;
        SparkConf conf = new SparkConf()
                .setAppName("linger")
                .setIfMissing("spark.log.level", "ERROR")
                .setIfMissing("spark.driver.maxResultSize", "0"); // rows to learn from are collected, over 1 GB of them
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            exitCode = Linger.commandLine(new OnCluster(spark)).execute(args);
        }
        System.exit(exitCode);
    }

    private record OnCluster(JavaSparkContext spark) implements RunAction {
        @Override
        public Path run(RunRequest request) {
            return SparkRun.run(request, spark);
        }

        @Override
        public boolean isOnCluster() {
            return true;
        }
    }
}
