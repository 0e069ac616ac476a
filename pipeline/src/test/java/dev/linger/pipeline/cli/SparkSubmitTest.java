package dev.linger.pipeline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "spark-submit has another name there")
class SparkSubmitTest {
    @TempDir
    private Path folder;

    @Test
    void withoutSparkOneMessageSaysHowToGetIt() {
        assertRefused(Map.of(), "SPARK_HOME is not set. Unpack it from https://spark.apache.org/downloads.html");
        assertRefused(
                Map.of("SPARK_HOME", folder.toString()),
                "there is no " + folder.resolve("bin").resolve("spark-submit"));
    }

    @Test
    void withoutTheJarForClustersOneMessageSaysHowToBuildIt() throws IOException {
        assertRefused(Map.of("SPARK_HOME", spark()), "Build it with mvn -Pspark -DskipTests package");
    }

    @Test
    void theJarIsTakenFromBesideLingerFromWhereItIsBuiltOrFromWhereItIsNamed() throws IOException {
        String spark = spark();
        Path built = file("spark/target/linger-spark.jar");
        assertEquals(
                built,
                SparkSubmit.find(Map.of("SPARK_HOME", spark), lingerJar()).jar());
        Path beside = file("pipeline/target/linger-spark.jar");
        assertEquals(
                beside,
                SparkSubmit.find(Map.of("SPARK_HOME", spark), lingerJar()).jar());
        Path named = file("elsewhere.jar");
        assertEquals(
                named,
                SparkSubmit.find(Map.of("SPARK_HOME", spark, "LINGER_SPARK_JAR", named.toString()), lingerJar())
                        .jar());
    }

    @Test
    void sparkIsGivenItsOwnSettingsAndLingerTheWholeCommandLine() {
        SparkSubmit.Found found = new SparkSubmit.Found(Path.of("spark-submit"), Path.of("linger-spark.jar"));

        assertEquals(
                List.of(
                        "spark-submit",
                        "--master",
                        "yarn",
                        "--class",
                        "dev.linger.spark.SparkMain",
                        "--conf",
                        "spark.executor.memory=2g",
                        "--conf",
                        "spark.driver.maxResultSize=0",
                        "linger-spark.jar",
                        "run",
                        "--engine",
                        "spark"),
                found.with("yarn", List.of("spark.executor.memory=2g"), List.of("run", "--engine", "spark"))
                        .command());
    }

    @Test
    void optionsThatContradictEachOtherAreRefused() throws IOException {
        assertMistake("--master says something of a cluster; add --engine spark", "--master", "yarn");
        assertMistake("--spark-conf says something of a cluster; add --engine spark", "--spark-conf", "a=b");
        assertMistake("--engine must be spark but is flink", "--engine", "flink");
        assertMistake("--engine spark needs --master", "--engine", "spark");
    }

    private void assertMistake(String expected, String... options) throws IOException {
        StringWriter err = new StringWriter();
        String[] arguments = new String[options.length + 3];
        System.arraycopy(new String[] {"run", "--data", file("plays.csv").toString()}, 0, arguments, 0, 3);
        System.arraycopy(options, 0, arguments, 3, options.length);

        int exitCode = Linger.commandLine(request -> folder)
                .setErr(new PrintWriter(err, true))
                .execute(arguments);

        assertEquals(2, exitCode);
        assertTrue(err.toString().contains(expected), err::toString);
    }

    private void assertRefused(Map<String, String> environment, String expected) {
        InputException refused = assertThrows(InputException.class, () -> SparkSubmit.find(environment, lingerJar()));
        assertTrue(String.valueOf(refused.getMessage()).contains(expected), refused::getMessage);
    }

    private Path lingerJar() {
        return folder.resolve("pipeline/target/linger.jar");
    }

    private String spark() throws IOException {
        return file("spark-home/bin/spark-submit").getParent().getParent().toString();
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.exists(file) ? file : Files.createFile(file);
    }
}
