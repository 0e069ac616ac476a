package dev.linger.spark.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.Workers;
import dev.linger.data.source.DataReport.RuleHit;
import dev.linger.data.source.LoadedData;
import dev.linger.data.source.LogStatistics;
import dev.linger.pipeline.cli.Linger;
import dev.linger.pipeline.config.LingerConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A damaged log in parts of 256 KiB, one of which is all one line; the reading on one machine is the twin. */
class ClusterLogTest {
    private static final String LOG = "big_matrix.csv";
    private static final int PLAYS = 12_000;

    @TempDir
    private static Path folder;

    private static Path data;
    private static JavaSparkContext spark;

    @BeforeAll
    static void damage() throws IOException {
        data = folder.resolve("demo");
        Linger.commandLine(request -> folder)
                .execute("generate", "--quiet", "--preset", "demo", "--out", data.toString());
        Path log = data.resolve(LOG);
        List<String> lines = Files.readAllLines(log);
        Files.write(log, damaged(lines.subList(0, PLAYS + 1)).getBytes(StandardCharsets.ISO_8859_1));
        spark = new JavaSparkContext(new SparkConf()
                .setAppName("linger-test")
                .setMaster("local[2]")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.log.level", "OFF")
                .set("spark.files.maxPartitionBytes", "256k"));
    }

    @AfterAll
    static void stop() {
        spark.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data.zone=Asia/Shanghai",
                "data.dropExactCopies=false",
                "data.disagreeingRatio=drop",
                "data.unknownIds=keep"
            })
    void partsGiveThePlaysAndTheReportOfTheWholeFile(String setting) {
        LingerConfig config = config("data.maxBadShare=1", "data.maxUnknownIdShare=1", setting);

        assertSame(config, data);

        List<RuleHit> hits = read(config, data).report().hits();
        assertTrue(hits.size() > 12, hits.toString());
    }

    @Test
    void aGzippedFileIsOnePart() throws IOException {
        Path zipped = copyWithout(LOG, "zipped log");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped.resolve(LOG + ".gz")))) {
            Files.copy(data.resolve(LOG), out);
        }

        assertSame(config("data.maxBadShare=1", "data.maxUnknownIdShare=1"), zipped);

        byte[] whole = Files.readAllBytes(zipped.resolve(LOG + ".gz"));
        Files.write(zipped.resolve(LOG + ".gz"), Arrays.copyOf(whole, whole.length / 2));
        assertSameMistake(config(), zipped);
    }

    @Test
    void aFileThatIsTooDamagedIsRefusedInTheSameWords() {
        assertSameMistake(config("data.maxBadShare=0"), data);
        assertSameMistake(config("data.maxBadShare=1", "data.maxUnknownIdShare=0"), data);
        assertSameMistake(config("data.maxBadShare=1", "data.maxUnknownIdShare=1", "data.latestYear=2011"), data);
    }

    @Test
    void whatIsNotReadInPartsIsSaid() {
        assertEquals("", log(config(), data).hindrance());
        assertEquals(
                "its layout is not read in parts",
                log(config("data.type=kuairand"), data).hindrance());
        assertEquals(
                "not all machines see /nowhere",
                log(config(), Path.of("/nowhere")).hindrance());
    }

    private static void assertSame(LingerConfig config, Path directory) {
        LoadedData alone = read(config, directory);
        ClusterLog log = log(config, directory);
        LoadedData together = log.load(Progress.SILENT);

        assertEquals(alone.report().files(), together.report().files());
        assertEquals(alone.report().rules(), together.report().rules());
        assertEquals(shown(alone), shown(together));
        assertAlike(alone.report().log(), together.report().log());
        assertEquals(0, together.dataset().log().size());
        assertSamePlays(alone.dataset().log(), log.spread().log(alone.dataset().zone(), Workers.ofCaller()));
    }

    private static String shown(LoadedData loaded) {
        return loaded.report().hits().stream().map(RuleHit::toString).collect(Collectors.joining("\n"));
    }

    /** All but the mean of the ratios to the bit. */
    private static void assertAlike(LogStatistics expected, LogStatistics actual) {
        assertEquals(expected.watchRatio().mean(), actual.watchRatio().mean(), 1e-9);
        assertEquals(
                expected,
                new LogStatistics(
                        actual.rows(),
                        actual.users(),
                        actual.items(),
                        actual.days(),
                        actual.firstDay(),
                        actual.lastDay(),
                        new LogStatistics.Distribution(
                                expected.watchRatio().mean(),
                                actual.watchRatio().min(),
                                actual.watchRatio().lowerQuartile(),
                                actual.watchRatio().median(),
                                actual.watchRatio().upperQuartile(),
                                actual.watchRatio().max()),
                        actual.shareAtLeastOne(),
                        actual.durationMillis(),
                        actual.rowsPerUser()));
    }

    private static void assertSamePlays(InteractionLog expected, InteractionLog actual) {
        assertEquals(expected.size(), actual.size());
        for (int row = 0; row < expected.size(); row++) {
            assertEquals(play(expected, row), play(actual, row));
        }
    }

    private static List<Object> play(InteractionLog log, int row) {
        return List.of(
                log.user(row),
                log.item(row),
                log.playMillis(row),
                log.durationMillis(row),
                log.timestampMillis(row),
                log.day(row));
    }

    private static void assertSameMistake(LingerConfig config, Path directory) {
        String alone = String.valueOf(assertThrows(InputException.class, () -> read(config, directory))
                .getMessage());
        ClusterLog log = log(config, directory);
        assertEquals(
                alone,
                assertThrows(InputException.class, () -> log.load(Progress.SILENT))
                        .getMessage());
    }

    private static LoadedData read(LingerConfig config, Path directory) {
        return config.data().read(directory, config.watch(), Progress.SILENT);
    }

    private static ClusterLog log(LingerConfig config, Path directory) {
        return new ClusterLog(spark, config, directory, 3);
    }

    private static LingerConfig config(String... settings) {
        return LingerConfig.resolve(Optional.empty(), List.of(settings)).value();
    }

    private static Path copyWithout(String file, String name) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name));
        try (var files = Files.list(data)) {
            for (Path one : files.toList()) {
                if (!one.endsWith(file)) {
                    Files.copy(one, copy.resolve(one.getFileName()));
                }
            }
        }
        return copy;
    }

    /** The lines with every kind of dirt among them, and copies of lines that are near or far. */
    private static String damaged(List<String> lines) {
        SplittableRandom random = new SplittableRandom(7);
        List<String> all = new ArrayList<>(lines.subList(0, 1));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            all.add(line);
            switch (random.nextInt(150)) {
                case 0, 1, 2 -> all.add(lines.get(1 + random.nextInt(lines.size() - 1)));
                case 3 -> all.add(line);
                case 4 -> all.add(line.replaceFirst("^\\d+", "987654"));
                case 5 -> all.add(line.replaceFirst(",\\d+", ",987654"));
                case 6 -> all.add(line.replaceFirst("^\\d+", "x"));
                case 7 -> all.add("\"" + cells[0] + "\n\"" + line.substring(cells[0].length()));
                case 8 -> all.add("\"" + cells[0] + "\"" + line.substring(cells[0].length()));
                case 9 -> all.add(line + ",1");
                case 10 -> all.add(line.replaceFirst(" ", "\u00FF"));
                case 11 -> addTwiceFarApart(all, cells[0] + "," + cells[1] + ",77,7000," + line.split(",", 5)[4]);
                case 12 -> all.add(line.replaceFirst("[^,]*$", "NaN"));
                case 13 -> all.add("");
                case 14 -> all.add(line + "\r");
                case 15 -> all.add(line.replaceFirst("^\\d+,\\d+,\\d+,\\d+", cells[0] + "," + cells[1] + ",5,0"));
                case 16 -> all.add(line.replaceFirst("[^,]*,[^,]*$", "5,"));
                case 17 -> all.add(line + "\r" + line);
                default -> {}
            }
        }
        all.add(all.size() / 2, "7".repeat(70_000));
        all.add(all.size() / 3, "8".repeat(600_000));
        return String.join("\n", all);
    }

    /** A play whose ratio cell is not that of its times, early in the file and again at its end. */
    private static void addTwiceFarApart(List<String> lines, String line) {
        lines.add(1 + lines.size() / 5, line);
        lines.add(line);
    }
}
