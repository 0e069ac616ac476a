package dev.linger.pipeline.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.pipeline.cli.Linger;
import dev.linger.pipeline.experiment.Experiment;
import dev.linger.pipeline.experiment.SyntheticFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Simulations of a few days through the command line, on topics. */
final class SimulationTest {
    private static final String POLICY = "recipes/rate-popularity";

    private static int simulate(Path out, StringWriter errors, String... more) {
        List<String> arguments = new ArrayList<>(List.of("simulate", "--quiet", "--preset=topics", "--out=" + out));
        arguments.addAll(List.of(more));
        return Linger.commandLine(Experiment::run)
                .setErr(new PrintWriter(errors))
                .execute(arguments.toArray(String[]::new));
    }

    private static Path simulated(String name, String... more) throws IOException {
        Path out = SyntheticFolder.newFolder(name);
        StringWriter errors = new StringWriter();
        List<String> few = new ArrayList<>(List.of("--days=3", "--videos=5", "--seeds=1"));
        few.addAll(List.of(more));
        assertEquals(0, simulate(out, errors, few.toArray(String[]::new)), errors::toString);
        assertEquals("", errors.toString());
        return finished(out);
    }

    private static Path finished(Path out) throws IOException {
        try (Stream<Path> runs = Files.list(out)) {
            return runs.filter(folder -> folder.toString().endsWith("-simulation"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void a_policy_lies_between_what_knows_the_truth_and_what_knows_nothing_whatever_the_threads() throws IOException {
        Path folder = simulated("simulate-2", "--policy=" + POLICY, "--threads=2");
        List<String> lines = Files.readAllLines(folder.resolve("tables/simulation.csv"));
        assertEquals(4, lines.size());
        double policy = secondsPerVisit(lines.get(1), "rate-popularity");
        assertTrue(policy < secondsPerVisit(lines.get(2), "oracle"), lines::toString);
        assertTrue(policy > secondsPerVisit(lines.get(3), "random"), lines::toString);
        assertTrue(Files.readString(folder.resolve("report.html")).contains("Time watched, day by day"));
        assertEquals(
                1 + 3 * 3,
                Files.readAllLines(folder.resolve("tables/simulation-days.csv")).size());
        assertTrue(Files.exists(folder.resolve("policies/rate-popularity.json")));
        assertFalse(Files.exists(folder.resolve("worlds")));

        Path alone = simulated("simulate-1", "--policy=" + POLICY, "--threads=1");
        assertEquals(lines, Files.readAllLines(alone.resolve("tables/simulation.csv")));
    }

    private static double secondsPerVisit(String line, String policy) {
        String[] cells = line.split(",", -1);
        assertEquals(policy, cells[0]);
        return Double.parseDouble(cells[1]);
    }

    @Test
    void days_before_policies_begin_are_part_of_what_they_learn_from() throws IOException {
        List<String> setting = List.of(
                "--policy=" + POLICY, "--burn-in=2", "--set=orderers=[{\"type\": \"creator-uplift\", \"days\": 2}]");
        Path folder = simulated("burn-in-2", setting.toArray(String[]::new));
        List<String> lines = Files.readAllLines(folder.resolve("tables/simulation.csv"));
        assertEquals(4, lines.size());
        assertTrue(
                secondsPerVisit(lines.get(1), "rate-popularity") < secondsPerVisit(lines.get(2), "oracle"),
                lines::toString);
        String log = Files.readString(folder.resolve("run.log"));
        assertTrue(log.contains("seed 1, rate-popularity: "), log);
    }

    @Test
    void mistakes_are_told_before_anything_is_made() throws IOException {
        Path out = SyntheticFolder.newFolder("simulate-mistakes");
        for (List<String> mistake : List.of(
                List.of("--days=1", "--days must be >= 2 but is 1"),
                List.of("--burn-in=-1", "--burn-in must be >= 0 but is -1"),
                List.of("--videos=0", "--videos must be >= 1 but is 0"),
                List.of("--seeds=1,1", "--seeds names a seed twice"),
                List.of("--policy=nowhere.json", "no config file nowhere.json"))) {
            StringWriter errors = new StringWriter();
            assertEquals(2, simulate(out, errors, mistake.get(0)));
            assertTrue(errors.toString().contains(mistake.get(1)), errors::toString);
        }
        StringWriter errors = new StringWriter();
        assertEquals(2, simulate(out, errors, "--policy=" + POLICY, "--policy=" + POLICY));
        assertTrue(errors.toString().contains("another policy is called so"), errors::toString);
        try (Stream<Path> left = Files.list(out)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void a_policy_that_cannot_be_fitted_leaves_no_folder() throws IOException {
        Path out = SyntheticFolder.newFolder("simulate-refused");
        StringWriter errors = new StringWriter();
        assertEquals(2, simulate(out, errors, "--set=data={\"type\": \"plays\"}", "--seeds=1"));
        assertTrue(errors.toString().startsWith("linger: "), errors::toString);
        try (Stream<Path> left = Files.list(out)) {
            assertEquals(
                    List.of(),
                    left.filter(path -> path.toString().endsWith("-simulation")).toList());
        }
    }

    @Test
    void in_an_observed_matrix_a_policy_lies_between_the_truth_and_chance() throws IOException {
        Path folder = SyntheticFolder.newFolder("simulate-matrix");
        StringWriter errors = new StringWriter();
        int code = Linger.commandLine(Experiment::run)
                .setErr(new PrintWriter(errors))
                .execute(
                        "simulate",
                        "--quiet",
                        "--data=" + SyntheticFolder.smallDemo(),
                        "--policy=recipes/rate-popularity",
                        "--days=3",
                        "--videos=3",
                        "--out=" + folder);
        assertEquals(0, code, errors::toString);
        List<String> lines = Files.readAllLines(finished(folder).resolve("tables/simulation.csv"));
        double policy = secondsPerVisit(lines.get(1), "rate-popularity");
        assertTrue(policy < secondsPerVisit(lines.get(2), "oracle"), lines::toString);
        assertTrue(policy > secondsPerVisit(lines.get(3), "random"), lines::toString);
    }

    @Test
    void an_observed_matrix_is_refused_where_there_is_none_or_it_would_be_shown_up() throws IOException {
        Path out = SyntheticFolder.newFolder("simulate-no-matrix");
        for (List<String> mistake : List.of(
                List.of("--data=" + SyntheticFolder.topics(), "it has no fully observed matrix"),
                List.of("--data=" + SyntheticFolder.smallDemo(), "shown more than half of them"),
                List.of("--data=nowhere", "there is no file or folder nowhere"))) {
            StringWriter errors = new StringWriter();
            int code = Linger.commandLine(Experiment::run)
                    .setErr(new PrintWriter(errors))
                    .execute("simulate", "--quiet", "--days=300", "--out=" + out, mistake.get(0));
            assertEquals(2, code);
            assertTrue(errors.toString().contains(mistake.get(1)), errors::toString);
        }
        StringWriter errors = new StringWriter();
        assertEquals(2, simulate(out, errors, "--data=" + SyntheticFolder.smallDemo()));
        assertTrue(errors.toString().contains("--preset is of generated worlds"), errors::toString);
    }
}
