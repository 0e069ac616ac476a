package dev.linger.candidates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.data.Seed;
import dev.linger.data.SideTables;
import dev.linger.data.Workers;
import dev.linger.data.duration.WatchRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every source promises, written and read again or not. */
public abstract class SourceContract {
    private static final int USERS = 30;
    private static final int ITEMS = 25;
    private static final int ROWS = 400;
    private static final long CUT = 3_600_000;

    /** The source under test. */
    protected abstract SourceConfig config();

    /** The name tables show. */
    protected abstract String expectedName();

    /** The scorer under test, fitted to a log of the first hour. */
    protected final ItemScorer fitted(InteractionLog log, int userCount, int itemCount) {
        return fitted(log, CUT, Tables.of(userCount, itemCount), 1);
    }

    @Test
    void the_name_is_the_one_tables_show() {
        assertEquals(expectedName(), fitted(1).name());
    }

    @Test
    void every_score_is_finite_or_unknown() {
        ItemScorer scorer = fitted(1);
        assertEquals(ITEMS, scorer.itemCount());
        for (double[] scores : scoresOfAll(scorer)) {
            for (double score : scores) {
                assertTrue(Double.isFinite(score) || score == Double.NEGATIVE_INFINITY, "score " + score);
            }
        }
    }

    @Test
    void what_was_in_the_array_before_does_not_matter() {
        ItemScorer scorer = fitted(1);
        double[] clean = new double[ITEMS];
        scorer.score(3, clean);
        double[] used = new double[ITEMS];
        scorer.score(7, used);
        scorer.score(3, used);
        assertArrayEquals(clean, used);
    }

    @Test
    void a_source_is_the_same_for_all_users_if_it_says_so() {
        double[][] scores = scoresOfAll(fitted(1));
        boolean same = Arrays.stream(scores).allMatch(ofUser -> Arrays.equals(ofUser, scores[0]));
        assertEquals(same, config().isSameForAll());
    }

    @Test
    void where_it_keeps_an_order_it_is_that_of_its_scores_for_every_user() {
        ItemScorer scorer = fitted(1);
        scorer.order().ifPresent(order -> {
            for (double[] scores : scoresOfAll(scorer)) {
                int[] expected = IntStream.range(0, ITEMS)
                        .filter(item -> scores[item] != Double.NEGATIVE_INFINITY)
                        .boxed()
                        .sorted((left, right) -> Double.compare(scores[right] + 0.0, scores[left] + 0.0))
                        .mapToInt(Integer::intValue)
                        .toArray();
                assertArrayEquals(expected, order);
            }
        });
    }

    /** How far the shares of a user's past may add up to something else than the score. */
    protected double leftByReasons() {
        return 1e-6;
    }

    @Test
    void where_it_can_tell_reasons_are_items_of_the_past_that_add_up_to_the_score() {
        InteractionLog plays = Plays.random(USERS, ITEMS, ROWS, 8);
        ItemScorer scorer = fitted(plays, CUT, Tables.of(USERS, ITEMS), 1);
        ScoreReasons reasons = scorer.reasons(plays).orElse(null);
        double[][] scores = scoresOfAll(scorer);
        for (int user = 0; user < USERS && reasons != null; user++) {
            for (int item = 0; item < ITEMS; item++) {
                if (scores[user][item] != Double.NEGATIVE_INFINITY) {
                    ScoreReasons.Contributions parts = reasons.of(user).of(item);
                    assertEquals(scores[user][item], parts.sum(), leftByReasons());
                    for (int past : parts.items()) {
                        assertTrue(hasPlayed(plays, user, past), "item " + past);
                    }
                }
            }
        }
    }

    /** How far a user who is folded in with the plays that the source was fitted to may score otherwise than was fitted. */
    protected double leftByFoldingIn() {
        return 0;
    }

    @Test
    void where_users_can_be_folded_in_a_user_scores_by_the_same_plays_as_was_fitted() {
        InteractionLog plays = Plays.random(USERS, ITEMS, ROWS, 8);
        ItemScorer scorer = fitted(plays, CUT, Tables.of(USERS, ITEMS), 1);
        FoldIn foldIn = scorer.foldIn(plays).orElse(null);
        double[][] scores = scoresOfAll(scorer);
        for (int user = 0; user < USERS && foldIn != null; user++) {
            double[] folded = new double[ITEMS];
            foldIn.of(user, ofUser(plays, user), CUT).score(0, folded);
            assertArrayEquals(scores[user], folded, leftByFoldingIn());
        }
    }

    @Test
    void where_it_looks_at_attributes_a_user_who_is_folded_in_has_the_same_taste() {
        InteractionLog plays = Plays.random(USERS, ITEMS, ROWS, 8);
        ItemScorer scorer = fitted(plays, CUT, Tables.of(USERS, ITEMS), 1);
        for (int user = 0; user < USERS; user++) {
            Taste taste = scorer.taste(user).orElse(null);
            if (taste != null) {
                Taste folded = scorer.foldIn(plays)
                        .orElseThrow()
                        .of(user, ofUser(plays, user), CUT)
                        .taste(0)
                        .orElseThrow();
                assertArrayEquals(taste.likedPlaysByTag(), folded.likedPlaysByTag(), leftByFoldingIn());
                for (int creator = -1; creator < 3; creator++) {
                    double share = taste.likedShare(creator, new int[] {1});
                    assertEquals(share, folded.likedShare(creator, new int[] {1}), leftByFoldingIn());
                    assertTrue(share >= 0 && share <= 1, "liked share " + share);
                }
            }
        }
    }

    @Test
    void where_it_compares_items_it_does_so_both_ways_and_says_so_before_it_is_fitted() {
        Similarity similarity = fitted(Plays.random(USERS, ITEMS, ROWS, 8), CUT, Tables.of(USERS, ITEMS), 1)
                .similarity()
                .orElse(null);
        assertEquals(config().comparesItems(), similarity != null);
        int[] all = IntStream.range(0, ITEMS).toArray();
        for (int item = 0; item < ITEMS && similarity != null; item++) {
            double[] alike = new double[ITEMS];
            similarity.between(item, all, alike);
            for (int other = 0; other < ITEMS; other++) {
                assertEquals(similarity.between(other, item), alike[other], 1e-6);
                assertTrue(Math.abs(alike[other]) <= 1 + 1e-6, "similarity " + alike[other]);
            }
            assertEquals(1, alike[item]);
            RankedList near = similarity.to(item, 3);
            for (int at = 0; at < near.size(); at++) {
                assertEquals(near.scores()[at], alike[near.items()[at]], 1e-6);
            }
        }
    }

    @Test
    void where_it_tells_how_sure_it_is_it_says_so_before_it_is_fitted() {
        InteractionLog plays = Plays.random(USERS, ITEMS, ROWS, 8);
        ItemScorer scorer = fitted(plays, CUT, Tables.of(USERS, ITEMS), 1);
        assertEquals(config().hasPosterior(), scorer.posterior(plays, true).isPresent());
    }

    @Test
    void a_user_without_plays_who_is_folded_in_is_unknown() {
        InteractionLog plays = Plays.random(USERS, ITEMS, ROWS, 8);
        double[] nothing = new double[ITEMS];
        Arrays.fill(nothing, Double.NEGATIVE_INFINITY);
        fitted(plays, CUT, Tables.of(USERS, ITEMS), 1).foldIn(plays).ifPresent(foldIn -> {
            double[] scores = new double[ITEMS];
            foldIn.of(0, plays.slice(0, 0), CUT).score(0, scores);
            assertArrayEquals(nothing, scores);
        });
    }

    @Test
    void where_it_goes_on_counting_it_scores_as_if_it_were_fitted_then() {
        InteractionLog plays = Plays.random(USERS, ITEMS, ROWS, 8);
        InteractionLog first = plays.slice(0, 150);
        long early = first.timestampMillis(149) + 1;
        config().counting(first, early, ITEMS, WatchRules.DEFAULTS).ifPresent(counting -> {
            assertSame(fitted(first, early, Tables.of(USERS, ITEMS), 1), counting.at(early));
            for (int row = 150; row < ROWS; row++) {
                counting.observe(plays.slice(row, row + 1));
            }
            double[] expected = new double[ITEMS];
            fitted(plays, CUT, Tables.of(USERS, ITEMS), 1).score(0, expected);
            double[] scores = new double[ITEMS];
            counting.at(CUT).score(0, scores);
            assertArrayEquals(expected, scores, 1e-9);
        });
    }

    @Test
    void where_it_goes_on_counting_scores_stay_finite_for_years() {
        InteractionLog plays = Plays.random(USERS, ITEMS, ROWS, 8);
        config().counting(plays, CUT, ITEMS, WatchRules.DEFAULTS).ifPresent(counting -> {
            long later = CUT;
            for (int month = 0; month < 120; month++) {
                later += 30 * 86_400_000L;
                InteractionLogBuilder liked = new InteractionLogBuilder(ZoneOffset.UTC, 1);
                liked.add(0, month % ITEMS, 30_000, 10_000, later);
                counting.observe(liked.build());
                double[] scores = new double[ITEMS];
                counting.at(later).score(0, scores);
                assertTrue(Double.isFinite(scores[month % ITEMS]) && scores[month % ITEMS] > 0);
                for (double score : scores) {
                    assertTrue(Double.isFinite(score) || score == Double.NEGATIVE_INFINITY);
                }
            }
        });
    }

    private static InteractionLog ofUser(InteractionLog plays, int user) {
        InteractionLogBuilder log = new InteractionLogBuilder(ZoneOffset.UTC, 0);
        for (int row = 0; row < plays.size(); row++) {
            if (plays.user(row) == user) {
                log.add(
                        0,
                        plays.item(row),
                        plays.playMillis(row),
                        plays.durationMillis(row),
                        plays.timestampMillis(row));
            }
        }
        return log.build();
    }

    private static boolean hasPlayed(InteractionLog plays, int user, int item) {
        return IntStream.range(0, plays.size()).anyMatch(row -> plays.user(row) == user && plays.item(row) == item);
    }

    @Test
    void several_users_at_once_get_the_scores_of_each_alone_bit_for_bit() {
        ItemScorer scorer = fitted(1);
        double[][] expected = scoresOfAll(scorer);
        int[] users = {USERS - 1, 0, 2, 2, 1};
        double[][] scores = new double[users.length][ITEMS];
        scorer.score(users, scores);
        for (int at = 0; at < users.length; at++) {
            assertArrayEquals(expected[users[at]], scores[at]);
        }
    }

    @Test
    void scores_and_signals_are_bitwise_the_same_for_1_2_and_3_threads() {
        ItemScorer one = fitted(1);
        for (int threads = 2; threads <= 3; threads++) {
            assertSame(one, fitted(threads));
        }
    }

    @Test
    void scores_and_signals_are_bitwise_the_same_after_writing_and_reading(@TempDir Path folder) throws IOException {
        ItemScorer scorer = fitted(1);
        StoredModel stored = StoredModel.write(folder.resolve("model"), scorer);
        assertSame(scorer, config().read(stored.reader(), Tables.of(USERS, ITEMS)));
    }

    @Test
    void what_is_read_writes_the_same_files(@TempDir Path folder) throws IOException {
        StoredModel first = StoredModel.write(folder.resolve("first"), fitted(1));
        StoredModel second =
                StoredModel.write(folder.resolve("second"), config().read(first.reader(), Tables.of(USERS, ITEMS)));
        assertEquals(first.files().size(), second.files().size());
        for (int at = 0; at < first.files().size(); at++) {
            assertEquals(
                    -1, Files.mismatch(first.files().get(at), second.files().get(at)));
        }
    }

    @Test
    void a_model_of_other_items_is_refused(@TempDir Path folder) throws IOException {
        StoredModel stored = StoredModel.write(folder.resolve("model"), fitted(1));
        SideTables more = Tables.of(USERS, ITEMS + 1);
        SideTables fewer = Tables.of(USERS, ITEMS - 1);
        assertThrows(InputException.class, () -> config().read(stored.reader(), more));
        assertThrows(InputException.class, () -> config().read(stored.reader(), fewer));
    }

    @Test
    void a_truncated_file_is_refused_even_where_its_digest_fits(@TempDir Path folder) throws IOException {
        StoredModel stored = StoredModel.write(folder.resolve("model"), fitted(1));
        for (Path file : stored.files()) {
            byte[] whole = Files.readAllBytes(file);
            byte[] content = Arrays.copyOf(whole, whole.length - Long.BYTES);
            for (int length : new int[] {0, content.length / 2, content.length - 1}) {
                Files.write(file, Arrays.copyOf(whole, length));
                assertThrows(InputException.class, () -> read(stored));
                stored.replace(file, Arrays.copyOf(content, length));
                assertThrows(InputException.class, () -> read(stored));
            }
            stored.replace(file, Arrays.copyOf(content, content.length + 1));
            assertThrows(InputException.class, () -> read(stored));
            stored.replace(file, content);
        }
        read(stored);
    }

    @Test
    void a_damaged_file_is_refused_or_scores_without_failing(@TempDir Path folder) throws IOException {
        StoredModel stored = StoredModel.write(folder.resolve("model"), fitted(1));
        SplittableRandom random = new Seed(3).stream("damage");
        for (Path file : stored.files()) {
            byte[] whole = Files.readAllBytes(file);
            for (int damage = 0; damage < 100; damage++) {
                byte[] content = Arrays.copyOf(whole, whole.length - Long.BYTES);
                content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                Files.write(file, content);
                assertThrows(InputException.class, () -> read(stored));
                stored.replace(file, content);
                readOrRefuse(stored);
            }
            stored.replace(file, Arrays.copyOf(whole, whole.length - Long.BYTES));
        }
    }

    @Test
    void nothing_at_or_after_the_cut_is_used() {
        int before = 250;
        long cut = 1_000L * before;
        InteractionLog longer = Plays.random(USERS, ITEMS, ROWS, 8);
        InteractionLog cutOff = longer.slice(0, longer.firstRowAtOrAfter(cut));
        InteractionLog alone = Plays.random(USERS, ITEMS, before, 8);
        assertEquals(before, cutOff.size());

        assertSame(
                fitted(alone, cut, Tables.of(USERS, ITEMS, List.of(-1)), 1),
                fitted(cutOff, cut, Tables.of(USERS, ITEMS, List.of(-1, 0, 1)), 1));
    }

    private void readOrRefuse(StoredModel stored) {
        ItemScorer scorer;
        try {
            scorer = read(stored);
        } catch (InputException refused) {
            return;
        }
        scoresOfAll(scorer);
    }

    private ItemScorer read(StoredModel stored) {
        return config().read(stored.reader(), Tables.of(USERS, ITEMS));
    }

    private ItemScorer fitted(int threads) {
        return fitted(Plays.random(USERS, ITEMS, ROWS, 8), CUT, Tables.of(USERS, ITEMS), threads);
    }

    private ItemScorer fitted(InteractionLog log, long cut, SideTables tables, int threads) {
        try (Workers workers = new Workers(threads)) {
            WithheldPairs withheld = WithheldPairs.none(tables.userCount(), tables.itemCount());
            return config().fit(new FitContext(
                    log, withheld, cut, tables, WatchRules.DEFAULTS, new Seed(4), workers, Progress.SILENT));
        }
    }

    private static void assertSame(ItemScorer expected, ItemScorer scorer) {
        assertEquals(expected.name(), scorer.name());
        assertEquals(expected.signals(), scorer.signals());
        assertArrayEquals(expected.lossTrace(), scorer.lossTrace());
        double[][] expectedScores = scoresOfAll(expected);
        double[][] scores = scoresOfAll(scorer);
        for (int user = 0; user < USERS; user++) {
            assertArrayEquals(expectedScores[user], scores[user]);
            assertArrayEquals(signals(expected, user), signals(scorer, user));
        }
    }

    private static double[][] scoresOfAll(ItemScorer scorer) {
        double[][] scores = new double[USERS][scorer.itemCount()];
        for (int user = 0; user < USERS; user++) {
            scorer.score(user, scores[user]);
        }
        return scores;
    }

    /** The signals of all items with two cells before each and -1 in them. */
    private static float[] signals(ItemScorer scorer, int user) {
        int stride = scorer.signals().size() + 2;
        int[] items = new int[ITEMS];
        Arrays.setAll(items, item -> item);
        float[] cells = new float[ITEMS * stride];
        Arrays.fill(cells, -1);
        scorer.signals(user, items, cells, 2, stride);
        for (int item = 0; item < ITEMS; item++) {
            assertEquals(-1, cells[item * stride]);
            assertEquals(-1, cells[item * stride + 1]);
        }
        return cells;
    }
}
