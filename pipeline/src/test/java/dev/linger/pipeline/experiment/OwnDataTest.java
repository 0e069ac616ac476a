package dev.linger.pipeline.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.pipeline.cli.Linger;
import dev.linger.recommender.Recommender;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does who has a table of plays and nothing else: the first command says what is missing, the second runs. */
final class OwnDataTest {
    @TempDir
    private Path folder;

    @Test
    void a_table_in_semicolons_with_columns_of_other_names_takes_two_commands() throws IOException {
        Path table = folder.resolve("export.csv");
        Files.writeString(table, "who;what;watched;length;seen at\n" + rows());

        StringWriter errors = new StringWriter();
        assertEquals(2, run(errors, List.of()));
        assertTrue(
                errors.toString().contains("Its header has who, what, watched, length, seen at. Say which is which"));

        assertEquals(
                0,
                run(
                        errors,
                        List.of(
                                "--map=user=who",
                                "--map=item=what",
                                "--map=play=watched",
                                "--map=duration=length",
                                "--map=time=seen at",
                                "--unit=play=s",
                                "--unit=duration=s",
                                "--unit=time=iso")),
                errors::toString);
        Path run;
        try (Stream<Path> all = Files.list(folder.resolve("runs"))) {
            run = all.filter(FinishedRun::isFolderOfRun).findFirst().orElseThrow();
        }
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

    private int run(StringWriter errors, List<String> more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--quiet",
                "--data=" + folder.resolve("export.csv"),
                "--out=" + folder.resolve("runs"),
                "--set=ranker.members.0.model.rounds=5",
                "--set=ranker.members.1.model.rounds=5",
                "--set=ranker.members.2.model.rounds=5",
                "--set=evaluation.resamples=50"));
        arguments.addAll(more);
        return Linger.commandLine(Experiment::run)
                .setErr(new PrintWriter(errors))
                .execute(arguments.toArray(String[]::new));
    }

    /** The plays of the topics, as another program would write them: seconds with decimal commas, dates. */
    private static String rows() throws IOException {
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
            rows.append(cells[header.indexOf("user_id")])
                    .append(';')
                    .append(cells[header.indexOf("video_id")])
                    .append(';');
            rows.append(seconds(play)).append(';').append(seconds(duration)).append(';');
            rows.append(Instant.ofEpochMilli((long) (Double.parseDouble(time) * 1000)))
                    .append('\n');
        }
        return rows.toString();
    }

    private static String seconds(String millis) {
        return String.valueOf(Integer.parseInt(millis) / 1000.0).replace('.', ',');
    }
}
