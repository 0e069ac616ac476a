package dev.linger.pipeline.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linger.data.csv.SourceFile;
import dev.linger.data.parquet.ParquetRows;
import dev.linger.pipeline.cli.Linger;
import dev.linger.pipeline.experiment.Experiment;
import dev.linger.pipeline.experiment.FinishedRun;
import dev.linger.pipeline.experiment.SyntheticFolder;
import dev.linger.pipeline.export.FileTexts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fits and asks through the command line; one run and one fit like it, on topics. */
final class RecommendTest {
    private static final FinishedRun RUN = FinishedRun.ofTopics();
    private static final Path MODEL = fitted();
    private static final long USER =
            RUN.lists("recommendations.csv").keySet().iterator().next();

    @TempDir
    private Path folder;

    private static Path fitted() {
        Path model = SyntheticFolder.newFolder("models").resolve("model");
        Printed fit = linger(
                "fit",
                "--quiet",
                "--threads=2",
                "--no-cache",
                "--no-snapshot",
                "--data=" + SyntheticFolder.topics(),
                "--like=" + RUN.folder(),
                "--out=" + model);
        assertEquals("", fit.errors());
        return model;
    }

    private record Printed(int exitCode, String text, String errors) {}

    private static Printed linger(String... arguments) {
        StringWriter text = new StringWriter();
        StringWriter errors = new StringWriter();
        int exitCode = Linger.commandLine(Experiment::run)
                .setOut(new PrintWriter(text))
                .setErr(new PrintWriter(errors))
                .execute(arguments);
        return new Printed(exitCode, text.toString(), errors.toString());
    }

    private static JsonNode json(Path model, long user, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("recommend", "--model=" + model, "--user=" + user, "--json"));
        arguments.addAll(List.of(more));
        Printed printed = linger(arguments.toArray(String[]::new));
        assertEquals("", printed.errors());
        return new ObjectMapper().readTree(printed.text());
    }

    @Test
    void the_model_of_a_run_gives_every_user_a_list_and_those_measured_their_own_bit_for_bit() throws IOException {
        Path file = folder.resolve("recs.csv");
        Printed printed = linger(
                "recommend", "--quiet", "--model=" + RUN.folder().resolve("model"), "--all", "-k=100", "--out=" + file);
        assertEquals("", printed.errors());
        List<String> rows = Files.readAllLines(file);
        assertEquals("user_id,rank,video_id,score,fallback", rows.get(0));
        Set<String> measured = Files.readAllLines(RUN.folder().resolve("recommendations.csv")).stream()
                .skip(1)
                .collect(Collectors.toSet());
        Set<String> users = measured.stream().map(RecommendTest::user).collect(Collectors.toSet());
        Set<String> ofThem = rows.stream()
                .skip(1)
                .filter(row -> users.contains(user(row)))
                .map(row -> row.substring(0, row.lastIndexOf(',')))
                .collect(Collectors.toSet());
        assertEquals(measured, ofThem);
        assertEquals(
                300, rows.stream().skip(1).map(RecommendTest::user).distinct().count());
    }

    @Test
    void the_lists_of_all_are_the_same_as_csv_and_as_parquet() {
        String model = "--model=" + MODEL;
        for (String name : List.of("recs.csv", "recs.parquet")) {
            String file = "--out=" + folder.resolve(name);
            assertEquals(
                    "",
                    linger("recommend", "--quiet", model, "--all", "-k=3", file).errors());
        }
        List<List<String>> csv = FileTexts.of(SourceFile.at(folder.resolve("recs.csv")));
        assertEquals(900, csv.size());
        assertEquals(csv, FileTexts.of(ParquetRows.of(folder.resolve("recs.parquet"))));
    }

    @Test
    void what_a_killed_process_left_of_a_file_does_not_keep_it_from_being_written() throws IOException {
        Path file = folder.resolve("recs.csv");
        Files.writeString(folder.resolve("recs.csv.unfinished"), "half");
        Files.createFile(folder.resolve(".recs.csv.unfinished.linger-partial"));
        assertEquals(
                "",
                linger("recommend", "--quiet", "--model=" + MODEL, "--all", "-k=1", "--out=" + file)
                        .errors());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
        assertEquals(301, Files.readAllLines(file).size());
    }

    private static String user(String row) {
        return row.substring(0, row.indexOf(','));
    }

    @Test
    void a_fit_like_a_run_has_its_choices_and_knows_the_whole_log() throws IOException {
        String model = Files.readString(MODEL.resolve("recommender.conf"));
        String ofRun = RUN.text("model/recommender.conf");
        assertEquals(withoutInstant(ofRun), withoutInstant(model));
        for (int member = 0; member < 4; member++) {
            String trees = "ranker/member-" + member + "/trees.txt";
            assertEquals(trees(RUN.text("model/" + trees)), trees(Files.readString(MODEL.resolve(trees))));
        }
        assertEquals(
                "2020-09-05T23:59:41.453+08:00", json(MODEL, USER).get("at").asText());
    }

    private static List<String> withoutInstant(String conf) {
        return conf.lines().filter(line -> !line.contains("asOfMillis")).toList();
    }

    private static long trees(String model) {
        return model.lines().filter(line -> line.startsWith("Tree=")).count();
    }

    @Test
    void a_list_tells_the_way_of_each_video_through_the_stages() throws IOException {
        JsonNode answer = json(MODEL, USER, "-k=7");
        assertTrue(answer.get("known").asBoolean());
        assertFalse(answer.get("fallback").asBoolean());
        assertEquals(7, answer.get("videos").size());
        for (JsonNode video : answer.get("videos")) {
            assertTrue(video.get("rankBefore").asInt() >= 1);
            assertTrue(video.get("foundBy").size() >= 1);
            JsonNode last = video.get("rankers").get(video.get("rankers").size() - 1);
            assertEquals("blend", last.get("ranker").asText());
            assertEquals(video.get("score").asDouble(), last.get("score").asDouble());
        }
    }

    @Test
    void reasons_add_up() throws IOException {
        for (JsonNode video : json(MODEL, USER, "-k=5", "--why").get("videos")) {
            JsonNode why = video.get("why");
            assertEquals(video.get("score").asDouble(), sum(why.get("blend"), "adds"), 1e-9);
            for (JsonNode source : why.get("plays")) {
                assertEquals(
                        source.get("score").asDouble(),
                        sum(source.get("videos"), "adds")
                                + source.get("others").asDouble()
                                + source.get("rest").asDouble(),
                        1e-9);
                assertTrue(Math.abs(source.get("rest").asDouble()) < 1e-3, source.toString());
                source.get("videos")
                        .forEach(past -> assertTrue(past.get("watchRatio").isNumber()));
            }
            assertTrue(why.get("columns").size() >= 1);
            for (JsonNode ranker : why.get("columns")) {
                double sum = ranker.get("base").asDouble()
                        + sum(ranker.get("columns"), "adds")
                        + ranker.get("others").asDouble();
                assertEquals(score(video, ranker.get("ranker").asText()), sum, 1e-9);
                assertEquals(5, ranker.get("columns").size());
            }
        }
    }

    private static double sum(JsonNode parts, String key) {
        double sum = 0;
        for (JsonNode part : parts) {
            sum += part.get(key).asDouble();
        }
        return sum;
    }

    private static double score(JsonNode video, String ranker) {
        for (JsonNode score : video.get("rankers")) {
            if (score.get("ranker").asText().equals(ranker)) {
                return score.get("score").asDouble();
            }
        }
        throw new AssertionError("no score of " + ranker);
    }

    @Test
    void text_tells_plays_parts_and_columns() {
        String text = linger("recommend", "--model=" + MODEL, "--user=" + USER, "-k=1", "--why")
                .text();
        assertTrue(
                text.startsWith("user " + USER + ": 1 video of 100 candidates, as of 2020-09-05T23:59:41.453+08:00\n"));
        assertTrue(text.contains("als 0.") && text.contains(" from plays of ") && text.contains("(watched "), text);
        assertTrue(text.contains("       blend: "), text);
        String ofRun = linger(
                        "recommend", "--model=" + RUN.folder().resolve("model"), "--user=" + USER, "-k=1", "--why")
                .text();
        assertTrue(ofRun.endsWith("one that linger fit made does.\n"), ofRun);
    }

    @Test
    void an_unknown_user_gets_the_fallback_and_is_flagged() throws IOException {
        JsonNode answer = json(MODEL, 987_654_321, "-k=3", "--why");
        assertFalse(answer.get("known").asBoolean());
        assertTrue(answer.get("fallback").asBoolean());
        assertEquals(3, answer.get("videos").size());
        assertTrue(linger("recommend", "--model=" + MODEL, "--user=987654321")
                .text()
                .contains("the model does not know this user: the list is the fallback's"));
    }

    @Test
    void a_later_day_counts_the_last_days_plays_and_an_earlier_instant_is_refused() throws IOException {
        JsonNode next = json(MODEL, USER, "-k=50", "--at=2020-09-07");
        assertEquals("2020-09-07T00:00+08:00", next.get("at").asText());
        assertFalse(next.get("videos").equals(json(MODEL, USER, "-k=50").get("videos")));
        String refused = linger("recommend", "--model=" + MODEL, "--user=" + USER, "--at=2020-09-01")
                .errors();
        assertTrue(refused.contains("knows all plays before 2020-09-05T23:59:41.453+08:00"), refused);
    }

    @Test
    void mistakes_are_told_and_nothing_is_overwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("recs.csv"), "mine");
        assertMistake("is there already", "--all", "--out=" + file);
        assertEquals("mine", Files.readString(file));
        assertMistake("end it with .csv or .parquet", "--all", "--out=" + folder.resolve("recs.txt"));
        assertMistake("--all writes a file", "--all");
        assertMistake("--out names the file of --all", "--user=1", "--out=" + file);
        assertMistake("--json and --why are of one list", "--all", "--json", "--out=" + folder.resolve("a.csv"));
        assertMistake("-k must be >= 1", "--user=1", "-k=0");
        assertMistake("is no time", "--user=1", "--at=soon");
        assertMistake("Missing required argument");
        String fit = linger("fit", "--data=" + SyntheticFolder.topics(), "--out=" + MODEL)
                .errors();
        assertTrue(fit.contains("is there already"), fit);
        String like = linger("fit", "--out=" + folder.resolve("m"), "--like=" + folder)
                .errors();
        assertTrue(like.contains("manifest.json is not there"), like);
        String both = linger(
                        "fit", "--out=" + folder.resolve("m"), "--like=" + RUN.folder(), "--set=ranker.type=linear")
                .errors();
        assertTrue(both.contains("--like takes all settings"), both);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    private static void assertMistake(String message, String... arguments) {
        List<String> all = new ArrayList<>(List.of("recommend", "--model=" + MODEL));
        all.addAll(List.of(arguments));
        Printed printed = linger(all.toArray(String[]::new));
        assertEquals(2, printed.exitCode());
        assertTrue(printed.errors().contains(message), printed.errors());
    }

    @Test
    void a_copied_model_answers_in_a_process_that_loads_no_native_code() throws IOException, InterruptedException {
        Path copy = folder.resolve("copy");
        try (Stream<Path> files = Files.walk(MODEL)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(MODEL.relativize(file).toString()));
            }
        }
        Path classes = folder.resolve("classes.txt");
        Path text = folder.resolve("text.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + classes,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Linger.class.getName(),
                        "recommend",
                        "--model=" + copy,
                        "--user=" + USER,
                        "--json",
                        "--why")
                .redirectOutput(text.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals(0, process.waitFor());
        assertEquals(json(MODEL, USER, "--why"), new ObjectMapper().readTree(Files.readString(text)));
        String loaded = Files.readString(classes);
        assertTrue(loaded.contains("dev.linger.ranker.trees.TreeModel"));
        assertFalse(loaded.contains("com.microsoft.ml.lightgbm") || loaded.contains("io.github.metarank"));
    }
}
