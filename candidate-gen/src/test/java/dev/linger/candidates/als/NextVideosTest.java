package dev.linger.candidates.als;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.candidates.Plays;
import dev.linger.candidates.RepeatRule;
import dev.linger.candidates.baseline.Popularity;
import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NextVideosTest {
    private static final int SIZE = 20;
    private static final int NEW_USER = SIZE;

    private final InteractionLog log = Plays.checkerboardWithoutDiagonal(SIZE);
    private final NextVideos next = next(log, RepeatRule.SUM);

    @Test
    void the_next_video_of_a_known_user_is_the_missing_one() {
        assertEquals(3, next.of(3, 1).items()[0]);
    }

    @Test
    void a_user_without_history_gets_the_most_popular() {
        assertArrayEquals(new int[] {0, 1, 2}, next.of(NEW_USER, 3).items()); // all played alike: by item
    }

    @Test
    void one_finished_watch_of_a_new_user_moves_similar_videos_up() {
        RankedList list = next.afterWatch(NEW_USER, 5, 1.5, SIZE);

        assertEquals(SIZE - 1, list.size());
        assertFalse(contains(list, 5));
        for (int position = 0; position < SIZE / 2 - 1; position++) {
            assertEquals(1, list.items()[position] % 2, "odd videos first");
        }
    }

    @Test
    void one_finished_watch_of_the_other_kind_raises_the_scores_of_that_kind() {
        RankedList before = next.of(4, SIZE);
        RankedList after = next.afterWatch(4, 7, 1.5, SIZE);

        for (int item = 1; item < SIZE; item += 2) {
            if (item != 7) {
                assertTrue(score(after, item) > score(before, item) + 0.01, "item " + item);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_play_more_is_what_a_log_with_that_play_folds_in_to(RepeatRule rule) {
        InteractionLog longer = new Plays()
                .add(0, 0, 0.4)
                .add(0, 1, 2)
                .add(1, 1, 1)
                .add(1, 2, 1.4)
                .add(0, 0, 0.8)
                .add(0, 0, 1.9)
                .log();
        NextVideos shorter = next(longer.slice(0, longer.size() - 1), rule);
        AlsModel model = model(longer.slice(0, longer.size() - 1), rule);
        double wholeRatio =
                switch (rule) {
                    case SUM -> 0.4 + 0.8 + 1.9;
                    case MEAN -> (0.4 + 0.8 + 1.9) / 3;
                    case MAX, LAST -> 1.9;
                };
        double[] scores = new double[SIZE];
        model.score(model.foldIn(new int[] {0, 1}, new float[] {(float) wholeRatio, 2}), scores);

        RankedList list = shorter.afterWatch(0, 0, 1.9, 5);

        assertArrayEquals(new int[] {2}, list.items()); // 0 and 1 are seen, others were never played
        assertEquals(scores[2], list.scores()[0], 1e-6);
    }

    @Test
    void a_skip_of_a_new_user_leaves_the_fallback_without_the_skipped_video() {
        AlsConfig config =
                new AlsConfig(2, AlsCases.SKIP_AWARE, RepeatRule.SUM, 0, 1, 0.1, 0, 3, AlsConfig.Solver.CHOLESKY, 1);
        NextVideos skipAware = new NextVideos(model(log, config), Popularity.of(log, SIZE), log);

        assertArrayEquals(
                new int[] {0, 2, 3}, skipAware.afterWatch(NEW_USER, 1, 0, 3).items());
    }

    @Test
    void a_play_more_is_valued_by_the_length_of_the_items_latest_play() {
        InteractionLogBuilder lengths = new InteractionLogBuilder(ZoneOffset.UTC, 8);
        for (int user = 0; user < 4; user++) {
            lengths.add(user, 0, 5_000 + 1_000 * user, 5_000, 10L * user); // ratios 1, 1.2, 1.4, 1.6 at 5 s
            lengths.add(user, 1, 6_000 * user, 60_000, 10L * user + 1); // ratios 0, 0.1, 0.2, 0.3 at 60 s
        }
        InteractionLog plays = lengths.build();
        AlsConfig config = new AlsConfig(
                2, new Weighting.Debiased(1, 0.5, 2), RepeatRule.MAX, 0, 1, 0.1, 0, 5, AlsConfig.Solver.CHOLESKY, 1);
        AlsModel model = model(plays, config);
        NextVideos debiased = new NextVideos(model, Popularity.of(plays, SIZE), plays);
        double[] scores = new double[SIZE];
        model.score(model.foldIn(new int[] {1}, new float[] {1}), scores);

        RankedList liked = debiased.afterWatch(NEW_USER, 1, 0.35, 5); // above all plays of 60 s: value 1
        RankedList left = debiased.afterWatch(NEW_USER, 0, 0.35, 5); // below all plays of 5 s: value 0

        assertEquals(scores[0], liked.scores()[0], 1e-6);
        assertEquals(4, left.scores()[0]); // nothing liked: the fallback's, item 1 with its four plays
    }

    @Test
    void a_negative_watch_ratio_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> next.afterWatch(0, 1, -0.1, 3));
    }

    private static NextVideos next(InteractionLog log, RepeatRule rule) {
        return new NextVideos(model(log, rule), Popularity.of(log, SIZE), log);
    }

    private static AlsModel model(InteractionLog log, RepeatRule rule) {
        return model(log, new AlsConfig(4, AlsCases.WATCH_RATIO, rule, 0, 1, 0.1, 0, 10, AlsConfig.Solver.CHOLESKY, 1));
    }

    private static AlsModel model(InteractionLog log, AlsConfig config) {
        try (Workers workers = new Workers(1)) {
            return AlsTrainer.train(log, SIZE + 1, SIZE, config, new Seed(1), workers, Progress.SILENT);
        }
    }

    private static boolean contains(RankedList list, int item) {
        return IntStream.of(list.items()).anyMatch(other -> other == item);
    }

    private static double score(RankedList list, int item) {
        for (int at = 0; at < list.size(); at++) {
            if (list.items()[at] == item) {
                return list.scores()[at];
            }
        }
        throw new AssertionError("item " + item + " is not in the list");
    }
}
