package dev.linger.pipeline.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InteractionLog;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.data.duration.WatchQuantiles;
import dev.linger.pipeline.experiment.Scene;
import dev.linger.recommender.retrieval.CandidateList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CandidateRowsTest {
    /** User 0 is shown items 1, 3 and 5, the first one twice; user 1 item 1; user 2 item 9. All last ten seconds. */
    private static final InteractionLog PLAYS = new Scene()
            .play(0, 1, 0.4, 0, 8)
            .play(0, 1, 2, 0, 9)
            .play(0, 3, 1.2, 0, 10)
            .play(0, 5, 0.4, 0, 11)
            .play(1, 1, 0.4, 0, 12)
            .play(2, 9, 2, 0, 13)
            .log();

    private static final ImpressionPairs SHOWN = shown(PLAYS);
    private static final Seed SEED = new Seed(3);

    @Test
    void every_shown_candidate_is_kept_and_some_of_the_others_and_each_has_its_own_cells() {
        CandidateRows rows = CandidateRows.of(List.of(list(0, 8, 3, 5, 7, 1, 2)), SHOWN, 2, SEED);
        CandidateList kept = rows.lists().get(0);
        assertEquals(5, kept.size());
        for (int item : new int[] {1, 3, 5}) {
            assertTrue(Arrays.stream(kept.items()).anyMatch(other -> other == item));
        }
        for (int at = 0; at < 5; at++) {
            assertEquals(kept.items()[at], kept.stageOne().score(at));
        }
    }

    @Test
    void a_label_is_the_largest_of_the_pairs_plays_capped_and_0_where_it_was_not_shown() {
        CandidateRows rows = CandidateRows.of(List.of(list(0, 8, 3, 5, 7, 1, 2)), SHOWN, 100, SEED);
        assertArrayEquals(new int[] {8, 3, 5, 7, 1, 2}, rows.lists().get(0).items(), "in their order");
        assertArrayEquals(new float[] {0, 1.2f, 0.4f, 0, 1.5f, 0}, rows.ratio());
        // Of the six ratios .4 .4 .4 1.2 2 2: 1.2 has three below and itself, .4 none below and three the same.
        assertArrayEquals(new float[] {0, 3.5f / 6, 1.5f / 6, 0, 5f / 6, 0}, rows.quantile(), 1e-6f);
    }

    @Test
    void lists_of_which_nothing_was_shown_are_left_out_and_rows_are_grouped_by_list() {
        CandidateRows rows =
                CandidateRows.of(List.of(list(1, 3, 2), list(2, 9, 5), list(0, 1, 4), list(1)), SHOWN, 1, SEED);
        assertArrayEquals(
                new int[] {2, 0},
                rows.lists().stream().mapToInt(CandidateList::user).toArray());
        assertArrayEquals(new int[] {0, 0, 1, 1}, rows.groups());
        assertEquals(0, CandidateRows.of(List.of(list(1, 7)), SHOWN, 1, SEED).groups().length);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void random_candidates_equal_what_a_search_of_the_plays_says(long seed) {
        int users = 60;
        InteractionLog plays = Scene.randomLog(seed, users, 50, 400, 3);
        int negatives = 4;
        CandidateRows rows = CandidateRows.of(randomLists(seed, users, 50), shown(plays), negatives, SEED);
        int row = 0;
        int next = 0;
        for (CandidateList list : randomLists(seed, users, 50)) {
            long shown = Arrays.stream(list.items())
                    .filter(item -> isPlayed(plays, list.user(), item))
                    .count();
            if (shown == 0) {
                continue;
            }
            CandidateList kept = rows.lists().get(next++);
            assertEquals(list.user(), kept.user());
            assertEquals(shown + Math.min(negatives, list.size() - shown), kept.size());
            for (int item : kept.items()) {
                assertEquals(next - 1, rows.groups()[row]);
                assertTrue(isPlayed(plays, list.user(), item) || rows.ratio()[row] == 0);
                row++;
            }
        }
        assertEquals(rows.lists().size(), next);
        assertEquals(rows.ratio().length, row);
        assertTrue(next > 20, "lists: " + next);
    }

    @Test
    void the_same_seed_draws_the_same_and_another_seed_others() {
        ImpressionPairs shown = shown(Scene.randomLog(1, 60, 50, 400, 3));
        List<CandidateList> candidates = randomLists(1, 60, 50);
        int[] first = items(CandidateRows.of(candidates, shown, 4, SEED));
        assertArrayEquals(first, items(CandidateRows.of(candidates, shown, 4, new Seed(3))));
        assertFalse(Arrays.equals(first, items(CandidateRows.of(candidates, shown, 4, new Seed(4)))));
    }

    @Test
    void lists_that_are_found_in_another_order_draw_the_same() {
        ImpressionPairs shown = shown(Scene.randomLog(1, 60, 50, 400, 3));
        List<CandidateList> candidates = randomLists(1, 60, 50);
        CandidateDraw backwards = new CandidateDraw(candidates.size(), shown, 4, SEED);
        for (int at = candidates.size() - 1; at >= 0; at--) {
            backwards.take(at, candidates.get(at));
        }
        CandidateRows drawn = backwards.rows();
        CandidateRows rows = CandidateRows.of(candidates, shown, 4, SEED);
        assertArrayEquals(items(rows), items(drawn));
        assertArrayEquals(rows.ratio(), drawn.ratio());
        assertArrayEquals(rows.groups(), drawn.groups());
    }

    @Test
    void rows_of_several_stretches_stand_one_after_the_other() {
        CandidateRows one = CandidateRows.of(List.of(list(0, 8, 3, 5, 7, 1, 2)), SHOWN, 2, SEED);
        CandidateRows other = CandidateRows.of(List.of(list(1, 3, 2), list(0, 1, 4)), SHOWN, 1, SEED);
        CandidateRows both = CandidateRows.concat(List.of(one, other));
        assertEquals(one.size() + other.size(), both.size());
        assertArrayEquals(
                IntStream.concat(IntStream.of(items(one)), IntStream.of(items(other)))
                        .toArray(),
                items(both));
        assertEquals(other.ratio()[0], both.ratio()[one.size()]);
        assertEquals(other.quantile()[0], both.quantile()[one.size()]);
        assertEquals(one.groups()[one.size() - 1] + 1, both.groups()[one.size()]);
    }

    private static ImpressionPairs shown(InteractionLog plays) {
        return ImpressionPairs.of(plays, WatchQuantiles.fit(plays, 1), 1.5, Workers.ofCaller());
    }

    private static boolean isPlayed(InteractionLog plays, int user, int item) {
        return IntStream.range(0, plays.size()).anyMatch(row -> plays.user(row) == user && plays.item(row) == item);
    }

    private static int[] items(CandidateRows rows) {
        return rows.lists().stream()
                .flatMapToInt(list -> IntStream.of(list.items()))
                .toArray();
    }

    private static List<CandidateList> randomLists(long seed, int users, int items) {
        return IntStream.range(0, users)
                .mapToObj(user -> list(
                        user,
                        new Seed(seed + user)
                                .stream("candidates")
                                        .ints(0, items)
                                        .distinct()
                                        .limit(20)
                                        .toArray()))
                .toList();
    }

    /** A list whose scores are the items. */
    private static CandidateList list(int user, int... items) {
        float[] scores = new float[items.length];
        for (int at = 0; at < items.length; at++) {
            scores[at] = items[at];
        }
        return new CandidateList(user, items, Scene.cells(scores, new float[items.length]));
    }
}
