package dev.linger.pipeline.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Id;
import dev.linger.pipeline.cli.Linger;
import dev.linger.pipeline.experiment.Experiment;
import dev.linger.pipeline.experiment.SyntheticFolder;
import dev.linger.recommender.NewVideosConfig;
import dev.linger.recommender.answer.UserAnswer.Listed;
import dev.linger.recommender.live.LivePlay;
import dev.linger.recommender.live.LiveRecommender;
import dev.linger.recommender.live.LiveRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A saved model whose lists are explored by the posterior of ALS, on topics. */
final class ExploringModelTest {
    private static final long NEWCOMER = -5;

    private final Path folder = SyntheticFolder.newFolder("exploring");

    private int fit(StringWriter errors, String name, String recipe, String orderers) {
        return Linger.commandLine(Experiment::run)
                .setErr(new PrintWriter(errors))
                .execute(
                        "fit",
                        "--quiet",
                        "--data=" + SyntheticFolder.topics(),
                        "--config=recipes/" + recipe,
                        "--set=orderers=" + orderers,
                        "--runs=" + folder.resolve("runs"),
                        "--out=" + folder.resolve(name));
    }

    private LiveRecommender fitted(String name, String orderers) {
        StringWriter errors = new StringWriter();
        assertEquals(0, fit(errors, name, "factorization-only", orderers), errors::toString);
        return LiveRecommender.load(folder.resolve(name));
    }

    private static List<Id> list(LiveRecommender live, long user, long atMillis) {
        return live
                .answer(new LiveRequest(Id.of(user), atMillis, 10, Set.of(), false, NewVideosConfig.NONE))
                .videos()
                .stream()
                .map(Listed::videoId)
                .toList();
    }

    private static List<List<Id>> lists(LiveRecommender live, long atMillis) {
        return LongStream.concat(LongStream.rangeClosed(1, 30), LongStream.of(NEWCOMER))
                .mapToObj(user -> list(live, user, atMillis))
                .toList();
    }

    private static void play(LiveRecommender live, long atMillis) {
        for (int video = 1; video <= 5; video++) {
            live.observe(List.of(
                    new LivePlay(3, video, 5_000, 5_000, atMillis + video),
                    new LivePlay(NEWCOMER, video, 5_000, 5_000, atMillis + video)));
        }
    }

    private static long differences(List<List<Id>> some, List<List<Id>> others) {
        return LongStream.range(0, some.size())
                .filter(at -> !some.get((int) at).equals(others.get((int) at)))
                .count();
    }

    @Test
    void the_same_request_gets_the_same_list_and_another_instant_another_draw() {
        LiveRecommender exploring = fitted("draw", "[\"posterior\"]");
        LiveRecommender again = LiveRecommender.load(folder.resolve("draw"));
        long now = exploring.fitted().config().asOfMillis();
        assertEquals(lists(exploring, now), lists(again, now));
        assertTrue(differences(lists(exploring, now), lists(exploring, now + 1)) > 20);
        play(exploring, now);
        play(again, now);
        assertEquals(lists(exploring, now + 9), lists(again, now + 9));
        assertTrue(!list(exploring, NEWCOMER, now + 9).equals(list(exploring, NEWCOMER, now + 10)));
    }

    @Test
    void a_weight_of_0_leaves_lists_as_they_are_and_bounds_are_the_same_at_any_instant() {
        LiveRecommender plain = fitted("plain", "[]");
        LiveRecommender still = fitted("still", "[{\"type\": \"posterior\", \"weight\": 0}]");
        LiveRecommender bounds = fitted("bounds", "[{\"type\": \"posterior\", \"by\": \"ucb\"}]");
        long now = plain.fitted().config().asOfMillis();
        assertEquals(lists(plain, now), lists(still, now));
        assertTrue(differences(lists(plain, now), lists(bounds, now)) > 0);
        assertEquals(lists(bounds, now), lists(bounds, now + 1));
    }

    @Test
    void it_is_refused_where_no_source_tells_how_sure_it_is() {
        StringWriter errors = new StringWriter();
        assertEquals(2, fit(errors, "none", "rate-popularity", "[\"posterior\"]"));
        assertTrue(
                errors.toString().contains("an orderer (posterior) asks how sure a source is of its scores"),
                errors::toString);
    }
}
