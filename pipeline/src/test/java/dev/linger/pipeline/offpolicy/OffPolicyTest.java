package dev.linger.pipeline.offpolicy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Draws;
import dev.linger.data.Id;
import dev.linger.data.Seed;
import dev.linger.pipeline.cli.Linger;
import dev.linger.pipeline.experiment.Experiment;
import dev.linger.pipeline.experiment.SyntheticFolder;
import dev.linger.recommender.NewVideosConfig;
import dev.linger.recommender.answer.UserAnswer;
import dev.linger.recommender.filter.Blocks;
import dev.linger.recommender.live.LivePlay;
import dev.linger.recommender.live.LiveRecommender;
import dev.linger.recommender.live.LiveRequest;
import dev.linger.recommender.live.LiveVideo;
import dev.linger.serving.impressions.Impression;
import dev.linger.serving.impressions.ImpressionLog;
import dev.linger.serving.store.PlayStore;
import dev.linger.serving.store.ReceivedPlay;
import dev.linger.serving.store.SqlitePlayStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A model that draws its lists serves, and others are evaluated on what it kept, through the command line. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OffPolicyTest {
    private static final int REQUESTS = 300;
    private static final int FEW = 60;
    private static final int USERS = 150;
    private static final long STEP_MILLIS = 60_000;

    private final Path folder = SyntheticFolder.newFolder("off-policy");
    private final Path served = folder.resolve("may.plays");
    private final Path drawing = folder.resolve("drawing");
    private final Path sharper = folder.resolve("sharper");
    private final Path sure = folder.resolve("sure");

    @BeforeAll
    void serve() {
        fit(drawing, "orderers=[{\"type\": \"plackett-luce\", \"places\": 6, \"among\": 10, \"temperature\": 1}]");
        fit(sharper, "orderers=[{\"type\": \"plackett-luce\", \"places\": 6, \"among\": 10, \"temperature\": 0.8}]");
        fit(sure, "orderers=[]");
        serve(drawing, served, REQUESTS);
    }

    private static void fit(Path model, String setting) {
        assertEquals(
                0,
                Linger.commandLine(Experiment::run)
                        .execute(
                                "fit",
                                "--quiet",
                                "--data=" + SyntheticFolder.topics(),
                                "--config=recipes/rate-popularity",
                                "--set=" + setting,
                                "--runs=" + model.resolveSibling("runs"),
                                "--out=" + model));
    }

    /** Users come, some videos are left out, new ones are among those shown, and of each two of three are watched. */
    private static void serve(Path model, Path to, int requests) {
        LiveRecommender live = LiveRecommender.load(model);
        live.upload(List.of(new LiveVideo(9_000, "", 8_000, "", List.of(), false)));
        long first = live.fitted().config().asOfMillis();
        Draws draws = new Draws(new Seed(5).stream("plays"));
        try (ImpressionLog log = ImpressionLog.open(to.resolve("impressions"), failure -> {});
                PlayStore store = SqlitePlayStore.open(to)) {
            List<ReceivedPlay> all = new ArrayList<>();
            for (int at = 0; at < requests; at++) {
                long now = first + at * STEP_MILLIS;
                Set<Id> exclude = at % 10 == 0 ? Set.of(Id.of(3), Id.of(20)) : Set.of();
                LiveRequest request = new LiveRequest(
                        Id.of(1 + at % USERS), now, 8, exclude, false, NewVideosConfig.NONE.withEvery(4));
                UserAnswer answer = live.answer(request);
                log.add(new Impression(
                        now, "request " + at, "may", "current", 1, true, false, exclude, Blocks.NONE, answer));
                List<LivePlay> plays = plays(answer, now, draws);
                live.observe(plays);
                all.addAll(received(plays, at));
            }
            store.append(all).join();
        }
    }

    private static List<LivePlay> plays(UserAnswer answer, long now, Draws draws) {
        List<LivePlay> plays = new ArrayList<>();
        for (UserAnswer.Listed video : answer.videos()) {
            if (draws.chance(2 / 3.0)) {
                plays.add(new LivePlay(
                        answer.userId(),
                        video.videoId(),
                        (int) (4_000 * draws.factor(1)),
                        10_000,
                        now + 1 + plays.size()));
            }
        }
        return plays;
    }

    private static List<ReceivedPlay> received(List<LivePlay> plays, int request) {
        List<ReceivedPlay> received = new ArrayList<>();
        for (LivePlay play : plays) {
            received.add(new ReceivedPlay(
                    request + "-" + received.size(),
                    play.userId(),
                    play.itemId(),
                    play.playMillis(),
                    play.durationMillis(),
                    play.timestampMillis()));
        }
        return received;
    }

    private record Evaluated(List<String> estimates, List<String> places, String notes) {
        double value(int row) {
            return cell(estimates, row, 1);
        }

        static double cell(List<String> lines, int row, int column) {
            return Double.parseDouble(lines.get(row).split(",", -1)[column]);
        }
    }

    private static Evaluated evaluate(Path kept, Path model, String... more) throws IOException {
        Path out = SyntheticFolder.newFolder("off-policy-runs");
        StringWriter errors = new StringWriter();
        assertEquals(0, command(kept, model, out, errors, more), errors::toString);
        try (Stream<Path> runs = Files.list(out)) {
            Path run = runs.filter(of -> of.toString().endsWith("-off-policy"))
                    .findFirst()
                    .orElseThrow();
            return new Evaluated(
                    Files.readAllLines(run.resolve("tables/off-policy.csv")),
                    Files.readAllLines(run.resolve("tables/off-policy-places.csv")),
                    Files.readString(run.resolve("tables/off-policy.json")));
        }
    }

    private static int command(Path kept, Path model, Path out, StringWriter errors, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("off-policy", "--quiet", "--served=" + kept, "--model=" + model, "--out=" + out));
        arguments.addAll(List.of(more));
        return Linger.commandLine(Experiment::run)
                .setErr(new PrintWriter(errors))
                .execute(arguments.toArray(String[]::new));
    }

    @Test
    void the_model_that_served_has_the_value_that_was_served_and_weights_of_one() throws IOException {
        Evaluated same = evaluate(served, drawing);
        assertEquals(5, same.estimates().size());
        assertEquals(same.value(1), same.value(2), 1e-12, "IPS");
        assertEquals(same.value(1), same.value(3), 1e-12, "SNIPS");
        assertEquals(same.value(1), same.value(4), 0.02, "DR draws lists of its own");
        for (int place = 1; place <= 3; place++) {
            assertEquals(REQUESTS, Evaluated.cell(same.places(), place, 3), 1e-6, "effective lists");
            assertEquals(1, Evaluated.cell(same.places(), place, 4), 1e-12, "mean weight");
        }
        assertTrue(same.notes().contains("300 lists of 150 users; left out of 300: 0"), same::notes);
    }

    @Test
    void another_model_is_estimated_from_the_same_lists() throws IOException {
        Evaluated other = evaluate(served, sharper, "--value=seconds", "--places=2");
        assertEquals(5, other.estimates().size());
        for (int row = 2; row <= 4; row++) {
            assertEquals(other.value(1), other.value(row), 1, "plays do not depend on the order here");
        }
        double effective = Evaluated.cell(other.places(), 2, 3);
        assertTrue(effective > 100 && effective < REQUESTS, () -> "effective lists " + effective);
        Evaluated clipped = evaluate(served, sharper, "--value=seconds", "--places=2", "--clip=1.2");
        assertTrue(Evaluated.cell(clipped.places(), 2, 3) > effective, "fewer lists decide");
        assertTrue(clipped.notes().contains("clipped at 1.2"), clipped::notes);
    }

    @Test
    void there_is_no_estimate_where_a_few_lists_decide() throws IOException {
        Evaluated far = evaluate(served, sure, "--places=6");
        assertEquals(2, far.estimates().size());
        assertTrue(far.notes().contains("NO ESTIMATE: at place "), far::notes);
    }

    @Test
    void what_could_not_be_served_is_told() throws IOException {
        Path wide = folder.resolve("wide");
        fit(wide, "orderers=[{\"type\": \"plackett-luce\", \"places\": 6, \"among\": 40, \"temperature\": 2}]");
        Evaluated other = evaluate(served, wide, "--places=1");
        assertTrue(other.notes().contains("NO SUPPORT: the mean weight of place 1 is 0."), other::notes);
    }

    @Test
    void mistakes_are_told_in_a_line_and_leave_nothing() throws IOException {
        Path few = folder.resolve("few.plays");
        serve(sure, few, FEW);
        refused(few, drawing, "was drawn at random in 3 places");
        refused(served, drawing, "was drawn at random in 9 places", "--places=9");
        Path fewer = folder.resolve("fewer.plays");
        serve(drawing, fewer, 19);
        refused(fewer, drawing, "the 19 drawn lists are of 19 users; an interval needs 20 at least");
        refused(folder.resolve("nowhere"), drawing, "there are no impressions in ");
        refused(served, drawing, "--places must be >= 1 but is 0", "--places=0");
        refused(served, drawing, "--value must be ratio, seconds or liked but is likes", "--value=likes");
        refused(served, drawing, "--clip must be >= 1", "--clip=0.5");
        Path damaged = folder.resolve("damaged.plays");
        serve(drawing, damaged, FEW);
        Path file = damaged.resolve("impressions/impressions-000001.jsonl");
        Files.writeString(file, "{\"at\":\"2020-", StandardOpenOption.APPEND);
        assertEquals(5, evaluate(damaged, drawing).estimates().size(), "its last line was not finished");
        Files.writeString(file, "\n{}\n", StandardOpenOption.APPEND);
        refused(damaged, drawing, "impressions-000001.jsonl, line 61 is no impression: ");
    }

    private static void refused(Path kept, Path model, String message, String... more) throws IOException {
        Path out = SyntheticFolder.newFolder("off-policy-refused");
        StringWriter errors = new StringWriter();
        assertEquals(2, command(kept, model, out, errors, more), errors::toString);
        assertTrue(errors.toString().contains(message), errors::toString);
        try (Stream<Path> left = Files.list(out)) {
            assertEquals(0, left.count());
        }
    }
}
