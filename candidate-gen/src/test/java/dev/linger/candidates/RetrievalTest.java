package dev.linger.candidates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetrievalTest {
    private static final int USERS = 150;
    private static final int ITEMS = 40;
    private static final double UNKNOWN = Double.NEGATIVE_INFINITY;

    private final InteractionLog log = Plays.random(USERS, ITEMS, 1_000, 11);
    private final Universe universe = Universe.playedIn(log, ITEMS);
    private final SeenItems seen = SeenItems.of(log, USERS);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 39, 100})
    void the_list_is_the_head_of_the_fully_sorted_universe(int limit) {
        ItemScorer scorer = coarse(5);
        Retrieval retrieval = new Retrieval(scorer, scorer, universe, seen);
        for (int user = 0; user < USERS; user++) {
            RankedList expected = fullySorted(scorer, user).top(limit);
            RankedList list = retrieval.topItems(user, limit);
            assertEquals(user, list.user());
            assertArrayEquals(expected.items(), list.items());
            assertArrayEquals(expected.scores(), list.scores());
        }
    }

    /** Where a sample guesses a floor: rightly, among ties, and far too high, as all that it looks at stand out. */
    @ParameterizedTest
    @ValueSource(ints = {1, 30, 300, 2_000})
    void the_list_of_many_items_is_the_head_of_all_of_them_sorted(int limit) {
        int items = 20 * 256;
        SplittableRandom random = new Seed(3).stream("many items");
        List<IntToDoubleFunction> scorings = List.of(
                item -> random.nextDouble(), item -> random.nextInt(4), item -> 0, item -> item % 20 == 0 ? 2 : 1);
        InteractionLog plays = playsOf(0, items);
        for (IntToDoubleFunction scoring : scorings) {
            double[] scores = IntStream.range(0, items).mapToDouble(scoring).toArray();
            ItemScorer scorer = table("many", scores);
            Retrieval retrieval =
                    new Retrieval(scorer, scorer, Universe.playedIn(plays, items), SeenItems.of(plays, 2));
            RankedList expected = RankedList.byScore(
                            1, IntStream.range(0, items).toArray(), scores)
                    .top(limit);
            assertArrayEquals(expected.items(), retrieval.topItems(1, limit).items());
            assertEquals(0, retrieval.topItems(0, limit).size()); // user 0 has seen everything
        }
    }

    @Test
    void equal_scores_are_in_order_of_items() {
        ItemScorer scorer = table("same", new double[] {1, 0.0, 1, -0.0, 1});
        InteractionLog plays = playsOf(0, 5);
        Retrieval retrieval = new Retrieval(scorer, scorer, Universe.playedIn(plays, 5), SeenItems.of(plays, 2));

        assertArrayEquals(new int[] {0, 2, 4, 1, 3}, retrieval.topItems(1, 5).items());
        assertArrayEquals(new int[] {0, 2}, retrieval.topItems(1, 2).items());
    }

    @Test
    void seen_items_and_items_outside_the_universe_are_never_in_a_list() {
        ItemScorer scorer = coarse(3);
        for (RankedList list : topItemsOfAll(scorer, 2)) {
            for (int item : list.items()) {
                assertFalse(seen.contains(list.user(), item));
                assertTrue(universe.contains(item));
            }
        }
    }

    @Test
    void a_user_the_scorer_knows_nothing_of_gets_the_list_of_the_fallback() {
        ItemScorer nothing = table("nothing", new double[] {UNKNOWN, UNKNOWN, UNKNOWN});
        ItemScorer fallback = table("fallback", new double[] {1, 3, 2});
        InteractionLog plays = playsOf(0, 3);
        Retrieval retrieval = new Retrieval(nothing, fallback, Universe.playedIn(plays, 3), SeenItems.of(plays, 2));

        assertArrayEquals(new int[] {1, 2}, retrieval.topItems(1, 2).items());
        assertEquals(0, retrieval.topItems(0, 2).size()); // user 0 has seen everything
    }

    @Test
    void an_item_the_scorer_knows_nothing_of_is_no_candidate() {
        ItemScorer scorer = table("some", new double[] {UNKNOWN, -5, UNKNOWN});
        ItemScorer fallback = table("fallback", new double[] {1, 3, 2});
        InteractionLog plays = playsOf(0, 3);
        Retrieval retrieval = new Retrieval(scorer, fallback, Universe.playedIn(plays, 3), SeenItems.of(plays, 2));

        assertArrayEquals(new int[] {1}, retrieval.topItems(1, 3).items());
    }

    @Test
    void the_lists_do_not_depend_on_the_number_of_threads() {
        ItemScorer scorer = coarse(50);
        List<RankedList> one = topItemsOfAll(scorer, 1);
        for (int threads = 2; threads <= 3; threads++) {
            List<RankedList> more = topItemsOfAll(scorer, threads);
            assertEquals(one.size(), more.size());
            for (int at = 0; at < one.size(); at++) {
                assertEquals(one.get(at).user(), more.get(at).user());
                assertArrayEquals(one.get(at).items(), more.get(at).items());
            }
        }
    }

    @Test
    void a_rank_is_one_more_than_the_number_of_better_unseen_items() {
        ItemScorer scorer = coarse(6);
        Retrieval retrieval = new Retrieval(scorer, scorer, universe, seen);
        int[] items =
                IntStream.concat(IntStream.range(0, ITEMS), IntStream.of(3, 3)).toArray();
        for (int user = 0; user < USERS; user++) {
            double[] scores = new double[ITEMS];
            scorer.score(user, scores);
            float[] score = new float[items.length];
            float[] rank = new float[items.length];
            retrieval.scores(user).scoreAndRank(items, 0, items.length, score, rank);
            for (int at = 0; at < items.length; at++) {
                boolean known = scores[items[at]] != UNKNOWN;
                assertEquals(known ? (float) scores[items[at]] : Float.NaN, score[at]);
                assertEquals(known ? countBetter(user, items[at], scores) + 1 : Float.NaN, rank[at]);
            }
        }
    }

    @Test
    void the_ranks_of_a_list_run_from_1() {
        ItemScorer scorer = coarse(6);
        Retrieval retrieval = new Retrieval(scorer, scorer, universe, seen);
        RankedList list = retrieval.topItems(4, 10);
        float[] rank = new float[12];
        int[] items = new int[12];
        System.arraycopy(list.items(), 0, items, 1, 10);

        retrieval.scores(4).scoreAndRank(items, 1, 11, new float[12], rank);

        assertArrayEquals(new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0}, rank); // only 1..10 are asked for
    }

    @Test
    void scores_taken_once_give_the_same_list_scores_and_ranks() {
        ItemScorer scorer = coarse(6);
        Retrieval retrieval = new Retrieval(scorer, scorer, universe, seen);
        double[][] room = retrieval.room(USERS);
        int[] items = IntStream.range(0, ITEMS).toArray();
        UserScores[] ofAll = retrieval.scores(IntStream.range(0, USERS).toArray(), room);
        for (int user = 0; user < USERS; user++) {
            UserScores scores = ofAll[user];
            float[] score = new float[ITEMS];
            float[] rank = new float[ITEMS];
            float[] expectedScore = new float[ITEMS];
            float[] expectedRank = new float[ITEMS];

            RankedList list = scores.top(7);
            scores.scoreAndRank(items, 0, ITEMS, score, rank);

            retrieval.scores(user).scoreAndRank(items, 0, ITEMS, expectedScore, expectedRank);
            assertEquals(user, scores.user());
            assertFalse(scores.isFallback());
            assertArrayEquals(retrieval.topItems(user, 7).items(), list.items());
            assertArrayEquals(expectedScore, score);
            assertArrayEquals(expectedRank, rank);
        }
    }

    @Test
    void where_the_scorer_has_no_candidate_list_and_ranks_are_the_fallbacks_and_its_own_scores_stay() {
        ItemScorer scorer = table("seen-only", new double[] {UNKNOWN, UNKNOWN, UNKNOWN, 7});
        ItemScorer fallback = table("fallback", new double[] {1, 3, 2, 9});
        InteractionLog plays = playsOf(0, 4);
        SeenItems last = SeenItems.of(plays.slice(3, 4), 2); // user 0 has seen item 3 alone
        Retrieval retrieval = new Retrieval(scorer, fallback, Universe.playedIn(plays, 4), last);

        UserScores scores = retrieval.scores(0);
        float[] score = new float[4];
        float[] rank = new float[4];
        scores.scoreAndRank(new int[] {0, 1, 2, 3}, 0, 4, score, rank);

        assertTrue(scores.isFallback());
        assertArrayEquals(new int[] {1, 2, 0}, scores.top(3).items());
        assertArrayEquals(new float[] {1, 3, 2, 9}, score);
        assertArrayEquals(new float[] {3, 1, 2, 1}, rank); // item 3 would come before all
        assertEquals(7, scores.ownScore(3));
        assertEquals(UNKNOWN, scores.ownScore(1));
        assertFalse(retrieval.scores(1).isFallback()); // user 1 has not seen item 3
    }

    @Test
    void lists_tell_which_of_them_are_the_fallbacks() {
        double[] known = {1, 2, 3};
        double[] unknown = {UNKNOWN, UNKNOWN, UNKNOWN};
        ItemScorer scorer = new TableScorer("one", 3, user -> user == 0 ? known : unknown);
        ItemScorer fallback = table("fallback", new double[] {1, 3, 2});
        InteractionLog plays = playsOf(0, 3);
        Retrieval retrieval = new Retrieval(scorer, fallback, Universe.playedIn(plays, 3), SeenItems.none(2));
        Retrieval.Lists lists = retrieval.lists(new int[] {1, 0}, 2, new Workers(1), Progress.SILENT);
        assertEquals(List.of(true, false), lists.isFallback());
        assertArrayEquals(new int[] {1, 2}, lists.all().get(0).items());
        assertArrayEquals(new int[] {2, 1}, lists.all().get(1).items(), "of all videos, for nothing counts as seen");
    }

    @Test
    void filters_take_items_out_of_lists_ranks_and_the_fallback() {
        ItemScorer scorer = table("scorer", new double[] {4, 3, 2, UNKNOWN});
        ItemScorer fallback = table("fallback", new double[] {1, 2, 3, 4});
        InteractionLog plays = playsOf(0, 4);
        Retrieval all = new Retrieval(scorer, fallback, Universe.playedIn(plays, 4), SeenItems.of(plays, 3));
        Retrieval filtered = all.withFilters(
                List.of((user, item) -> user != 1 || item != 0, (user, item) -> user != 2 || item == 3));
        float[] rank = new float[4];

        filtered.scores(1).scoreAndRank(new int[] {0, 1, 2, 3}, 0, 4, new float[4], rank);

        assertArrayEquals(new int[] {1, 2}, filtered.topItems(1, 4).items());
        assertArrayEquals(new float[] {1, 1, 2, Float.NaN}, rank);
        assertTrue(filtered.scores(2).isFallback());
        assertArrayEquals(new int[] {3}, filtered.topItems(2, 4).items());
        assertArrayEquals(new int[] {0, 1, 2}, all.topItems(2, 4).items());
    }

    @Test
    void a_filter_is_asked_only_of_items_that_would_be_kept() {
        ItemScorer scorer = table("scorer", new double[] {9, 8, 7, 6, 5, 4, 3, 2, 1, 0});
        InteractionLog plays = playsOf(0, 10);
        List<Integer> asked = new ArrayList<>();
        new Retrieval(scorer, scorer, Universe.playedIn(plays, 10), SeenItems.of(plays, 2))
                .withFilters(List.of((user, item) -> asked.add(item)))
                .topItems(1, 2);

        assertEquals(List.of(0, 1, 2, 3), asked); // once 2 * limit are gathered, the rest stays below the bar
    }

    @Test
    void a_score_that_is_no_number_is_an_error() {
        ItemScorer scorer = table("broken", new double[] {1, Double.NaN, 2});
        InteractionLog plays = playsOf(0, 3);
        Retrieval retrieval = new Retrieval(scorer, scorer, Universe.playedIn(plays, 3), SeenItems.of(plays, 2));
        assertThrows(IllegalArgumentException.class, () -> retrieval.topItems(1, 3));
    }

    @Test
    void a_limit_of_zero_is_refused() {
        ItemScorer scorer = coarse(6);
        Retrieval retrieval = new Retrieval(scorer, scorer, universe, seen);
        assertThrows(IllegalArgumentException.class, () -> retrieval.topItems(0, 0));
    }

    private List<RankedList> topItemsOfAll(ItemScorer scorer, int threads) {
        try (Workers workers = new Workers(threads)) {
            int[] users = IntStream.range(0, USERS).map(at -> USERS - 1 - at).toArray();
            return new Retrieval(scorer, scorer, universe, seen).topItems(users, 10, workers, Progress.SILENT);
        }
    }

    private RankedList fullySorted(ItemScorer scorer, int user) {
        double[] scores = new double[ITEMS];
        scorer.score(user, scores);
        int[] items = IntStream.range(0, ITEMS)
                .filter(item -> universe.contains(item) && !seen.contains(user, item) && scores[item] != UNKNOWN)
                .toArray();
        return RankedList.byScore(
                user,
                items,
                IntStream.of(items).mapToDouble(item -> scores[item]).toArray());
    }

    private int countBetter(int user, int item, double[] scores) {
        int better = 0;
        for (int other = 0; other < ITEMS; other++) {
            boolean candidate = universe.contains(other) && !seen.contains(user, other);
            boolean before = scores[other] > scores[item] || (scores[other] == scores[item] && other < item);
            if (candidate && before) {
                better++;
            }
        }
        return better;
    }

    private static InteractionLog playsOf(int user, int items) {
        Plays plays = new Plays();
        for (int item = 0; item < items; item++) {
            plays.add(user, item, 1);
        }
        return plays.log();
    }

    /** Scores with many ties, some unknown. */
    private static ItemScorer coarse(int levels) {
        return new TableScorer("coarse", ITEMS, user -> {
            SplittableRandom random = new Seed(5).stream("scores of " + user);
            return IntStream.range(0, ITEMS)
                    .mapToDouble(item -> random.nextInt(10) == 0 ? UNKNOWN : random.nextInt(levels) - 2)
                    .toArray();
        });
    }

    private static ItemScorer table(String name, double[] scores) {
        return new TableScorer(name, scores.length, user -> scores);
    }
}
