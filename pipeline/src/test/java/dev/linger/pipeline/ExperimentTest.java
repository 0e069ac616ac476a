package dev.linger.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.synthetic.Preset;
import dev.linger.pipeline.cli.RunRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs on the preset of clear topics, with few and small trees. */
class ExperimentTest {
    private static final List<String> SMALL = List.of(
            "candidates.limit=100", "ranker.base.rounds=20", "ranker.base.leaves=15", "evaluation.resamples=100");

    /** Files that hold times and paths. */
    private static final Set<String> RECORDS = Set.of("manifest.json", "run.log");

    @TempDir
    private static Path temp;

    private static Path run;

    @BeforeAll
    static void runOnce() {
        run = run(Worlds.of(Preset.TOPICS), temp.resolve("once"), 1);
    }

    @Test
    void threads_locale_and_time_zone_change_no_byte() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            Path again = run(Worlds.of(Preset.TOPICS), temp.resolve("again"), 3);
            Map<String, String> expected = contents(run);
            Map<String, String> actual = contents(again);
            assertEquals(expected.keySet(), actual.keySet());
            expected.forEach((file, text) -> assertEquals(text, actual.get(file), file));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void plays_after_the_cut_change_no_model_and_no_list() throws IOException {
        Path altered = temp.resolve("altered");
        Files.createDirectories(altered);
        try (Stream<Path> files = Files.list(Worlds.of(Preset.TOPICS))) {
            for (Path file : files.toList()) {
                Files.copy(file, altered.resolve(file.getFileName()));
            }
        }
        Path log = altered.resolve("big_matrix.csv");
        Files.write(
                log,
                Files.readAllLines(log).stream()
                        .map(ExperimentTest::alterLastDays)
                        .toList());
        Path other = run(altered, temp.resolve("other"), 2);
        for (String model : List.of("als-user-factors.csv", "als-item-factors.csv", "ranker-lightgbm.txt")) {
            assertEquals(Files.readString(run.resolve(model)), Files.readString(other.resolve(model)), model);
        }
        for (String lists : List.of("candidates.csv", "recommendations.csv")) {
            Map<String, List<String>> before = linesByUser(run.resolve(lists));
            Map<String, List<String>> after = linesByUser(other.resolve(lists));
            before.keySet().retainAll(after.keySet());
            after.keySet().retainAll(before.keySet());
            assertTrue(before.size() > 100, lists + " share " + before.size() + " users");
            assertEquals(before, after, lists);
        }
    }

    @Test
    void the_stages_stand_in_their_order() throws IOException {
        JsonNode stages = table("stages-end-to-end-ratio-gt-1-0");
        double popularity = ndcg(stages, "popularity");
        double oracle = ndcg(stages, "oracle");
        assertTrue(stages.at("/caption/usersCounted").asInt() > 100);
        for (JsonNode row : stages.get("rows")) {
            assertTrue(row.get("NDCG@10").asDouble() <= oracle, row.toString());
            assertTrue(row.get("Recall@100").asDouble() <= 1, row.toString());
        }
        assertTrue(ndcg(stages, "als") > popularity);
        assertTrue(ndcg(stages, "random") < ndcg(stages, "als"));
    }

    @Test
    void a_longer_list_of_candidates_finds_no_less() throws IOException {
        double before = 0;
        for (JsonNode row : table("candidates-end-to-end-ratio-gt-1-0").get("rows")) {
            before = row.get("N").asInt() == 50 ? 0 : before;
            assertTrue(row.get("Recall@N").asDouble() >= before, row.toString());
            before = row.get("Recall@N").asDouble();
        }
    }

    @Test
    void no_list_repeats_a_video() throws IOException {
        for (List<String> lines :
                linesByUser(run.resolve("recommendations.csv")).values()) {
            Set<String> videos = new HashSet<>();
            lines.forEach(line -> assertTrue(videos.add(line.split(",", -1)[2]), line));
        }
    }

    @Test
    void a_broken_log_stops_the_run_before_any_table() throws IOException {
        Path broken = Files.createDirectories(temp.resolve("broken"));
        try (Stream<Path> files = Files.list(Worlds.of(Preset.TOPICS))) {
            for (Path file : files.toList()) {
                Files.copy(file, broken.resolve(file.getFileName()));
            }
        }
        Files.writeString(broken.resolve("big_matrix.csv"), "user_id,video_id\n1,2\n");
        Path out = temp.resolve("broken-runs");
        String message =
                assertThrows(InputException.class, () -> run(broken, out, 1)).getMessage();
        assertTrue(message.contains("big_matrix.csv"), message);
        try (Stream<Path> left = Files.walk(out)) {
            assertFalse(left.anyMatch(file -> file.toString().endsWith(".json")));
        }
    }

    private static Path run(Path data, Path out, int threads) {
        Experiment.run(new RunRequest(
                () -> data, Optional.empty(), SMALL, out, threads, true, true, Progress.SILENT, List.of("run")));
        try (Stream<Path> runs = Files.list(out)) {
            return runs.findFirst().orElseThrow();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Map<String, String> contents(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            Map<String, String> contents = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!RECORDS.contains(file.getFileName().toString())) {
                    contents.put(folder.relativize(file).toString(), Files.readString(file));
                }
            }
            return contents;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** September is after the cut: whoever watched, watched something else for another time. */
    private static String alterLastDays(String line) {
        List<String> cells = new ArrayList<>(Arrays.asList(line.split(",", -1)));
        if (cells.get(4).compareTo("2020-09-02") < 0 || cells.get(0).equals("user_id")) {
            return line;
        }
        long play = 20_000 - Math.min(Long.parseLong(cells.get(2)), 19_000);
        cells.set(2, Long.toString(play));
        cells.set(7, String.format(Locale.ROOT, "%.6f", play / Double.parseDouble(cells.get(3))));
        return String.join(",", cells);
    }

    private static Map<String, List<String>> linesByUser(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .collect(Collectors.groupingBy(
                        line -> line.substring(0, line.indexOf(',')), TreeMap::new, Collectors.toList()));
    }

    private static JsonNode table(String id) throws IOException {
        return new ObjectMapper().readTree(run.resolve("tables/" + id + ".json").toFile());
    }

    private static double ndcg(JsonNode stages, String system) {
        for (JsonNode row : stages.get("rows")) {
            if (row.get("system").asText().equals(system)) {
                return row.get("NDCG@10").asDouble();
            }
        }
        throw new IllegalArgumentException("no row " + system);
    }
}
