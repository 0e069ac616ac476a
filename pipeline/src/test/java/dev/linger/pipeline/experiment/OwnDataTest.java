package dev.linger.pipeline.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linger.data.Progress;
import dev.linger.data.csv.BrokenRow;
import dev.linger.data.csv.Cells;
import dev.linger.data.csv.RowFile;
import dev.linger.data.csv.RowSink;
import dev.linger.data.parquet.ParquetRows;
import dev.linger.pipeline.cli.Linger;
import dev.linger.pipeline.export.ParquetExport;
import dev.linger.recommender.Recommendation;
import dev.linger.recommender.Recommender;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does who has a table of plays and nothing else: the first command says what is missing, the second runs. */
final class OwnDataTest {
    private static final List<String> NAMES = List.of(
            "--map=user=who",
            "--map=item=what",
            "--map=play=watched",
            "--map=duration=length",
            "--map=time=seen at",
            "--unit=play=s",
            "--unit=duration=s",
            "--unit=time=iso");

    @TempDir
    private static Path folder;

    private static @Nullable Path ofNumbers;

    @Test
    void a_table_in_semicolons_with_columns_of_other_names_takes_two_commands() throws IOException {
        Path run = ofNumbers();
        StringWriter errors = new StringWriter();
        assertEquals(2, run("export", errors, List.of()));
        assertTrue(
                errors.toString().contains("Its header has who, what, watched, length, seen at. Say which is which"));
        for (String file : List.of("tables/summary.csv", "recommendations.csv", "report.html", "model/SHA256SUMS")) {
            assertTrue(Files.size(run.resolve(file)) > 100, file);
        }
        String log = Files.readString(run.resolve("run.log"));
        for (String off : List.of(
                "user-profile is off: the data has no attributes of users",
                "user-tag is off: the data has no tags of videos or topics of videos",
                "daily-stats is off: the data has no daily statistics of videos")) {
            assertTrue(log.contains("notice     the feature group " + off), log);
        }
        assertTrue(log.contains("notice     7 feature groups are off, as the data lacks what they use"), log);
        String config = Files.readString(run.resolve("config.json"));
        assertTrue(
                config.contains("\"play\": \"watched\"") || config.contains("\"play\" : \"watched\""),
                "the map is kept");
        assertTrue(Files.readString(run.resolve("manifest.json")).contains("export.csv"), "the file is named");
        assertEquals(5, Recommender.load(run.resolve("model")).recommend(3, 5).size());
    }

    @Test
    void ids_that_are_texts_give_what_numbers_in_the_same_order_give() throws IOException {
        Path texts = finished("texts", rows("u_%04d", "\"v,%04d\"\"<b>\""));
        Path numbers = ofNumbers();
        List<String> files = new ArrayList<>(
                List.of("recommendations.csv", "candidates.csv", "relevant.csv", "videos.csv", "metrics.json"));
        try (Stream<Path> tables = Files.walk(numbers)) {
            tables.map(file -> numbers.relativize(file).toString())
                    .filter(name -> name.matches("per-user/.*|tables/(stages|summary|pointwise).*"))
                    .forEach(files::add);
        }
        assertTrue(files.size() > 10, files::toString);
        for (String file : files) {
            String asNumbers = Files.readString(texts.resolve(file))
                    .replaceAll("\"v,0*(\\d+)\"\"<b>\"", "$1")
                    .replaceAll("u_0*(\\d+)", "$1");
            assertEquals(Files.readString(numbers.resolve(file)), asNumbers, file);
        }
        assertTrue(Files.readString(texts.resolve("videos.csv")).contains("\n\"v,0012\"\"<b>\","));
        Path model = texts.resolve("model");
        List<Recommendation> expected =
                Recommender.load(numbers.resolve("model")).recommend(3, 5);
        assertEquals(
                expected.stream()
                        .map(video -> String.format(
                                Locale.ROOT, "v,%04d\"<b>", video.itemId().number()))
                        .toList(),
                Recommender.load(model).recommend("u_0003", 5).stream()
                        .map(video -> video.itemId().toString())
                        .toList());
        ParquetExport.export(texts, folder.resolve("parquet"));
        List<String> exported = new ArrayList<>();
        RowFile videos = ParquetRows.of(folder.resolve("parquet/videos.parquet"));
        videos.readRows(videos.header(), Cells.SHORT, Progress.SILENT, new FirstCells(exported));
        assertTrue(exported.contains("v,0012\"<b>"), "strings in Parquet");
        StringWriter out = new StringWriter();
        assertEquals(
                0,
                Linger.commandLine(Experiment::run)
                        .setOut(new PrintWriter(out))
                        .execute("recommend", "--model=" + model, "--user=u_0003", "-k=5", "--json"));
        JsonNode answer = new ObjectMapper().readTree(out.toString());
        assertEquals("u_0003", answer.get("user").textValue());
        assertEquals(
                String.format(
                        Locale.ROOT, "v,%04d\"<b>", expected.get(0).itemId().number()),
                answer.at("/videos/0/video").textValue());
    }

    /** The first cell of each row. */
    private record FirstCells(List<String> into) implements RowSink {
        @Override
        public boolean reads(int field) {
            return field == 0;
        }

        @Override
        public void field(int field, char[] buffer, int offset, int length) {
            into.add(new String(buffer, offset, length));
        }

        @Override
        public void row(long line) {}

        @Override
        public void broken(BrokenRow row) {
            throw new AssertionError(row);
        }
    }

    /** The run of a table whose ids are numbers. */
    private static Path ofNumbers() throws IOException {
        Path made = ofNumbers;
        if (made == null) {
            made = finished("export", rows("%d", "%d"));
            ofNumbers = made;
        }
        return made;
    }

    private static Path finished(String name, String rows) throws IOException {
        Files.writeString(folder.resolve(name + ".csv"), "who;what;watched;length;seen at\n" + rows);
        StringWriter errors = new StringWriter();
        assertEquals(0, run(name, errors, NAMES), errors::toString);
        try (Stream<Path> all = Files.list(folder.resolve(name))) {
            return all.filter(FinishedRun::isFolderOfRun).findFirst().orElseThrow();
        }
    }

    private static int run(String name, StringWriter errors, List<String> more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--quiet",
                "--data=" + folder.resolve(name + ".csv"),
                "--out=" + folder.resolve(name),
                "--set=ranker.members.0.model.rounds=5",
                "--set=ranker.members.1.model.rounds=5",
                "--set=ranker.members.2.model.rounds=5",
                "--set=evaluation.resamples=50"));
        arguments.addAll(more);
        return Linger.commandLine(Experiment::run)
                .setErr(new PrintWriter(errors))
                .execute(arguments.toArray(String[]::new));
    }

    /**
     * The plays of the topics, as another program would write them: seconds with decimal commas, dates.
     *
     * @param user how ids of users are written
     * @param video how those of videos are
     */
    private static String rows(String user, String video) throws IOException {
        List<String> lines = Files.readAllLines(SyntheticFolder.topics().resolve(SyntheticFolder.LOG));
        List<String> header = List.of(lines.get(0).split(",", -1));
        StringBuilder rows = new StringBuilder();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            String time = cells[header.indexOf("timestamp")];
            String play = cells[header.indexOf("play_duration")];
            String duration = cells[header.indexOf("video_duration")];
            if (!time.matches("[0-9.]+") || !play.matches("\\d+") || !duration.matches("\\d+")) {
                continue;
            }
            rows.append(id(user, cells[header.indexOf("user_id")]))
                    .append(';')
                    .append(id(video, cells[header.indexOf("video_id")]))
                    .append(';');
            rows.append(seconds(play)).append(';').append(seconds(duration)).append(';');
            rows.append(Instant.ofEpochMilli((long) (Double.parseDouble(time) * 1000)))
                    .append('\n');
        }
        return rows.toString();
    }

    private static String id(String form, String number) {
        return String.format(Locale.ROOT, form, Integer.parseInt(number));
    }

    private static String seconds(String millis) {
        return String.valueOf(Integer.parseInt(millis) / 1000.0).replace('.', ',');
    }
}
