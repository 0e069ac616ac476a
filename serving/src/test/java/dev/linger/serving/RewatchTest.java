package dev.linger.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Id;
import dev.linger.data.InteractionLog;
import dev.linger.recommender.NewVideosConfig;
import dev.linger.recommender.Recommender;
import dev.linger.recommender.live.LivePlay;
import dev.linger.recommender.live.LiveRecommender;
import dev.linger.recommender.live.LiveRequest;
import dev.linger.recommender.retrieval.SeenRule;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Videos that come again two days after they were played. */
class RewatchTest {
    private static final long HOUR = 3_600_000;
    private static final long TWO_DAYS = 48 * HOUR;
    private static final long AS_OF = TinyModel.AS_OF.toEpochMilli();
    private static final Id USER = Id.of(TinyModel.USER + 3);

    @TempDir
    static Path folder;

    private static Path model;

    @BeforeAll
    static void write() {
        model = TinyModel.write(folder.resolve("model"), 4, SeenRule.ofDays(2));
    }

    @Test
    void what_was_played_in_the_last_two_days_is_left_out_and_what_was_played_before_is_not() {
        LiveRecommender live = LiveRecommender.load(model);
        for (long at : new long[] {AS_OF, AS_OF + 20 * HOUR, AS_OF + 47 * HOUR}) {
            Set<Id> late = playedSince(live.fitted(), at - TWO_DAYS);
            List<Id> list = videos(live, at);
            assertTrue(Collections.disjoint(late, list));
            assertFalse(Collections.disjoint(playedSince(live.fitted(), 0), list));
        }
    }

    @Test
    void a_list_that_is_asked_for_later_is_that_of_a_server_then() {
        LiveRecommender live = LiveRecommender.load(model);
        for (long at : new long[] {AS_OF, AS_OF + 30 * HOUR}) {
            Recommender later = Recommender.load(model, zone -> at);
            assertEquals(
                    later.recommend(USER.number(), 20).stream()
                            .map(video -> video.itemId())
                            .toList(),
                    videos(live, at));
        }
    }

    @Test
    void a_play_that_is_told_leaves_its_video_out_for_two_days() {
        LiveRecommender live = LiveRecommender.load(model);
        Id first = videos(live, AS_OF).get(0);
        live.observe(List.of(new LivePlay(USER, first, 9_000, 10_000, AS_OF + HOUR)));
        assertFalse(videos(live, AS_OF + 2 * HOUR).contains(first));
        assertFalse(videos(live, AS_OF + TWO_DAYS + HOUR).contains(first));
        assertTrue(videos(live, AS_OF + TWO_DAYS + HOUR + 1).contains(first));
    }

    @Test
    void a_model_that_may_repeat_at_once_leaves_nothing_out() {
        LiveRecommender live = LiveRecommender.load(TinyModel.write(folder.resolve("at-once"), 4, SeenRule.ofDays(0)));
        Id first = videos(live, AS_OF).get(0);
        live.observe(List.of(new LivePlay(USER, first, 20_000, 10_000, AS_OF + HOUR)));
        assertTrue(videos(live, AS_OF + 2 * HOUR).contains(first));
    }

    private static Set<Id> playedSince(Recommender fitted, long millis) {
        InteractionLog log = fitted.readHistory(model).orElseThrow();
        int user = fitted.tables().users().indexOf(USER);
        return IntStream.range(0, log.size())
                .filter(row -> log.user(row) == user && log.timestampMillis(row) >= millis)
                .mapToObj(row -> fitted.tables().items().id(log.item(row)))
                .collect(Collectors.toSet());
    }

    private static List<Id> videos(LiveRecommender live, long at) {
        return live.answer(new LiveRequest(USER, at, 20, Set.of(), false, NewVideosConfig.NONE)).videos().stream()
                .map(video -> video.videoId())
                .toList();
    }
}
