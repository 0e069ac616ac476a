package dev.linger.pipeline.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.data.InteractionLog;
import dev.linger.data.Seed;
import dev.linger.pipeline.cache.CacheKey;
import dev.linger.pipeline.experiment.Scene;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestPlaysTest {
    private static final int USERS = 7;
    private static final int ITEMS = 5;

    private final SplittableRandom random = new Seed(3).stream("plays");
    private final TestPlays plays = plays();

    /** A few plays a day on three days; user 3 has none, and user 5 half of all. */
    private TestPlays plays() {
        Scene later = new Scene();
        for (int play = 0; play < 90; play++) {
            int user = random.nextBoolean() ? 5 : random.nextInt(USERS);
            later.play(user == 3 ? 4 : user, random.nextInt(ITEMS), random.nextDouble(), 1 + play / 30, play % 24);
        }
        InteractionLog history = new Scene().play(0, 2, 1, 0, 8).log();
        double[][] scores = IntStream.range(0, USERS)
                .mapToObj(user -> random.doubles(ITEMS).toArray())
                .toArray(double[][]::new);
        return new TestPlays(
                new CacheKey("retrieve", "0"), later.log(), USERS, Scene.columns(history, scores), Scene.ONE_THREAD);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 50})
    void in_parts_each_play_is_predicted_once_and_all_are_as_they_are_at_once(int count) {
        ObservedExamples whole = plays.whole();
        Set<CacheKey> keys = new HashSet<>();
        List<TestPlays.Part> parts = plays.parts(count);
        TestPlays.Predicted predicted = plays.predicted(parts, (key, rows) -> {
            keys.add(key);
            return IntStream.range(0, rows.size())
                    .mapToDouble(row -> rows.item()[row]
                            + rows.requestMillis()[row]
                            + rows.stageOne().score(row))
                    .toArray();
        });
        assertEquals(parts.size(), keys.size());
        ObservedExamples all = predicted.plays();
        assertArrayEquals(whole.requests().user(), all.requests().user());
        assertArrayEquals(whole.requests().item(), all.requests().item());
        assertArrayEquals(whole.requests().asOfDay(), all.requests().asOfDay());
        assertArrayEquals(whole.requests().requestMillis(), all.requests().requestMillis());
        assertArrayEquals(
                whole.requests().stageOne().scoreAndRank().values(),
                all.requests().stageOne().values());
        assertArrayEquals(whole.watchRatio(), all.watchRatio());
        assertArrayEquals(whole.group(), all.group());
        for (int row = 0; row < all.size(); row++) {
            assertEquals(
                    whole.requests().item()[row]
                            + whole.requests().requestMillis()[row]
                            + whole.requests().stageOne().score(row),
                    predicted.predictions()[row]);
        }
    }

    @Test
    void parts_follow_one_another_and_have_all_users() {
        for (int count : new int[] {1, 2, 3, 6, 50}) {
            List<TestPlays.Part> parts = plays.parts(count);
            assertEquals(0, parts.get(0).from());
            for (int part = 1; part < parts.size(); part++) {
                assertEquals(parts.get(part - 1).to(), parts.get(part).from());
            }
            assertEquals(USERS, parts.get(parts.size() - 1).to());
        }
    }

    @Test
    void there_may_be_no_plays() {
        TestPlays none = new TestPlays(
                new CacheKey("retrieve", "0"), new Scene().log(), USERS, plays.stageOne(), Scene.ONE_THREAD);
        assertEquals(0, none.predicted((key, rows) -> new double[rows.size()]).predictions().length);
    }
}
