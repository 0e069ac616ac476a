package dev.linger.pipeline.retrieval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.candidates.SeenItems;
import dev.linger.candidates.Universe;
import dev.linger.candidates.union.CandidateUnion;
import dev.linger.data.DailyStat;
import dev.linger.data.DailyStats;
import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.data.WatchMatrix;
import dev.linger.data.duration.WatchRules;
import dev.linger.pipeline.experiment.Scene;
import dev.linger.pipeline.protocol.TrainingWindow;
import dev.linger.recommender.retrieval.CandidateList;
import dev.linger.recommender.retrieval.FittedSource;
import dev.linger.recommender.retrieval.Retriever;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetrieverTrainerTest {
    private static final int USERS = 13;
    private static final int ITEMS = 20;
    private static final int NEWCOMER = USERS - 1;
    private static final int UNPLAYED = ITEMS - 1;
    private static final InteractionLog TRAINING = Scene.randomLog(11, USERS - 1, ITEMS - 1, 80, 3);

    /** User 0 and the newcomer have every even video in the small matrix. */
    private static final WatchMatrix SMALL = evenVideosOf(0, NEWCOMER);

    private final Retriever withoutMatrix = fitWith(null);
    private final Retriever withMatrix = fitWith(SMALL);

    @Test
    void a_user_without_history_gets_the_list_of_the_fallback() {
        RankedList list = withoutMatrix.retrieval().topItems(NEWCOMER, ITEMS);
        int[] plays = new int[ITEMS];
        for (int row = 0; row < TRAINING.size(); row++) {
            plays[TRAINING.item(row)]++;
        }
        assertTrue(list.size() > 10);
        for (int position = 0; position < list.size(); position++) {
            assertEquals(plays[list.items()[position]], list.scores()[position]);
        }
    }

    @Test
    void what_a_user_has_played_is_no_candidate() {
        SeenItems seen = SeenItems.of(TRAINING, USERS);
        for (int user = 0; user < USERS; user++) {
            for (int item : withoutMatrix.retrieval().topItems(user, ITEMS).items()) {
                assertFalse(seen.contains(user, item), "user " + user + " has seen item " + item);
            }
        }
    }

    @Test
    void a_pair_of_the_small_matrix_is_no_candidate_of_any_source() {
        for (int user : new int[] {0, NEWCOMER}) {
            assertOddAlone(withMatrix.retrieval().topItems(user, ITEMS));
            for (FittedSource source : withMatrix.sources()) {
                assertOddAlone(withMatrix.retrieval(source.scorer()).topItems(user, ITEMS));
            }
        }
    }

    @Test
    void the_small_matrix_takes_no_video_from_the_list_of_a_user_outside_it() {
        assertArrayEquals(
                Arrays.stream(withoutMatrix.retrieval().topItems(1, ITEMS).items())
                        .sorted()
                        .toArray(),
                Arrays.stream(withMatrix.retrieval().topItems(1, ITEMS).items())
                        .sorted()
                        .toArray());
    }

    @Test
    void a_video_that_was_not_played_before_is_no_candidate() {
        for (FittedSource source : withoutMatrix.sources()) {
            int[] items =
                    withoutMatrix.retrieval(source.scorer()).topItems(0, ITEMS).items();
            assertFalse(Arrays.stream(items).anyMatch(item -> item == UNPLAYED), source.name());
        }
    }

    @Test
    void a_video_of_which_only_daily_statistics_of_earlier_days_are_known_can_be_a_candidate() {
        TrainingWindow before = new TrainingWindow(TRAINING, Scene.millis(3, 0));
        Dataset dayBefore = Scene.dataset(USERS, ITEMS, TRAINING, null, statsOfUnplayed(2, 3));
        Dataset sameDay = Scene.dataset(USERS, ITEMS, TRAINING, null, statsOfUnplayed(3));
        assertTrue(universe(dayBefore, before).contains(UNPLAYED));
        assertFalse(universe(sameDay, before).contains(UNPLAYED));
        assertEquals(
                universe(sameDay, before).size() + 1,
                universe(dayBefore, before).size());
    }

    @ParameterizedTest
    @CsvSource({"10, 0, 0, 0", "4, 3, 2, 1", "0, 0, 10, 0", "0, 0, 0, 10", "1, 1, 1, 1", "0, 0, 0, 0"})
    void merged_candidates_are_unseen_videos_of_the_universe_none_twice(int als, int popularity, int knn, int fresh) {
        int[] users = IntStream.range(0, USERS).toArray();
        SeenItems seen = SeenItems.of(TRAINING, USERS);
        CandidateUnion union = new CandidateUnion(new int[] {als, popularity, knn, fresh});
        List<CandidateList> candidates = found(withMatrix, users, union);
        assertEquals(USERS, candidates.size());
        for (int user = 0; user < USERS; user++) {
            CandidateList list = candidates.get(user);
            assertEquals(user, list.user());
            assertTrue(list.size() > 0 && list.size() <= 10, "candidates: " + list.size());
            assertEquals(list.size(), Arrays.stream(list.items()).distinct().count());
            for (int item : list.items()) {
                assertFalse(seen.contains(user, item), "user " + user + " has seen item " + item);
                assertTrue(item != UNPLAYED);
                assertTrue(item % 2 == 1 || (user != 0 && user != NEWCOMER), "a pair of the small matrix");
            }
        }
    }

    @Test
    void candidates_carry_the_cells_of_stage_one_and_all_of_the_first_source_are_its_list() {
        int[] users = {1, 3, NEWCOMER};
        List<CandidateList> candidates = found(withoutMatrix, users, new CandidateUnion(new int[] {10, 0, 0, 0}));
        for (CandidateList list : candidates) {
            RankedList own = withoutMatrix.retrieval().topItems(list.user(), 10);
            assertArrayEquals(own.items(), Arrays.copyOf(list.items(), own.size()));
            assertArrayEquals(
                    withoutMatrix.columns().of(list.user(), list.items()).values(),
                    list.stageOne().values());
        }
    }

    @Test
    void the_number_of_threads_changes_no_candidate() {
        int[] users = IntStream.range(0, 200).toArray();
        InteractionLog log = Scene.randomLog(2, 200, 30, 1_500, 3);
        Dataset dataset = Scene.dataset(200, 30, log, null);
        TrainingWindow before = new TrainingWindow(log, Scene.millis(3, 0));
        CandidateUnion union = new CandidateUnion(new int[] {4, 3});
        List<List<CandidateList>> both = Stream.of(Scene.ONE_THREAD, Scene.TWO_THREADS)
                .map(run -> found(
                        Scene.fit(dataset, before, Scene.candidates(Scene.ALS, Scene.AFFINITY), run)
                                .retriever(),
                        users,
                        union))
                .toList();
        for (int at = 0; at < users.length; at++) {
            assertArrayEquals(both.get(0).get(at).items(), both.get(1).get(at).items());
            assertArrayEquals(
                    both.get(0).get(at).stageOne().values(),
                    both.get(1).get(at).stageOne().values());
        }
    }

    @Test
    void lists_at_hand_are_merged_to_the_same_candidates() {
        int[] users = {1, 3, NEWCOMER};
        CandidateUnion union = new CandidateUnion(new int[] {4, 3, 2, 1});
        List<CandidateList> merged = withMatrix.merge(
                withMatrix.lists(users, 10, Scene.ONE_THREAD.workers(), Progress.SILENT),
                union,
                10,
                Scene.ONE_THREAD.workers());
        List<CandidateList> found = found(withMatrix, users, union);
        for (int at = 0; at < users.length; at++) {
            assertArrayEquals(merged.get(at).items(), found.get(at).items());
            assertArrayEquals(
                    merged.get(at).stageOne().values(), found.get(at).stageOne().values());
        }
    }

    private static List<CandidateList> found(Retriever retriever, int[] users, CandidateUnion union) {
        return retriever.find(users, union, 10, 10, Scene.TWO_THREADS.workers(), Progress.SILENT).stream()
                .map(Retriever.Found::candidates)
                .toList();
    }

    private static Universe universe(Dataset dataset, TrainingWindow before) {
        return new RetrieverTrainer(dataset, Scene.candidates(Scene.ALS), WatchRules.DEFAULTS, Scene.ONE_THREAD)
                .eligibility(before)
                .universe();
    }

    private static void assertOddAlone(RankedList list) {
        assertTrue(list.size() > 0, "user " + list.user());
        assertTrue(
                Arrays.stream(list.items()).allMatch(item -> item % 2 == 1),
                () -> "user " + list.user() + " " + Arrays.toString(list.items()));
    }

    private static Retriever fitWith(@Nullable WatchMatrix small) {
        return fit(Scene.dataset(USERS, ITEMS, TRAINING, small));
    }

    private static Retriever fit(Dataset dataset) {
        TrainingWindow before = new TrainingWindow(TRAINING, Scene.millis(3, 0));
        return Scene.fit(
                        dataset,
                        before,
                        Scene.candidates(Scene.ALS, Scene.POPULARITY, Scene.ITEM_KNN, Scene.FRESH_VIDEOS),
                        Scene.ONE_THREAD)
                .retriever();
    }

    /** Statistics of the unplayed video alone, of the day before the instant and of the day itself. */
    private static DailyStats statsOfUnplayed(int... days) {
        float[] counts = new float[days.length];
        Arrays.fill(counts, 50);
        int[] items = new int[days.length];
        Arrays.fill(items, UNPLAYED);
        return new DailyStats(
                ITEMS,
                items,
                Arrays.stream(days).map(day -> Scene.FIRST_DAY + day).toArray(),
                Map.of(DailyStat.PLAY_CNT, counts, DailyStat.COMPLETE_PLAY_CNT, counts));
    }

    private static WatchMatrix evenVideosOf(int... users) {
        int each = ITEMS / 2;
        int size = users.length * each;
        double[] ratio = new double[size];
        int[] duration = new int[size];
        Arrays.fill(duration, 10_000);
        return new WatchMatrix(
                IntStream.range(0, size).map(at -> users[at / each]).toArray(),
                IntStream.range(0, size).map(at -> at % each * 2).toArray(),
                duration,
                ratio);
    }
}
