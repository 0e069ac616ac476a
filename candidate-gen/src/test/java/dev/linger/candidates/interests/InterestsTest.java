package dev.linger.candidates.interests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.candidates.FitContext;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.PersonalSourceContract;
import dev.linger.candidates.Plays;
import dev.linger.candidates.RepeatRule;
import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.Tables;
import dev.linger.candidates.WithheldPairs;
import dev.linger.candidates.als.AlsConfig;
import dev.linger.candidates.als.Weighting;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.data.duration.WatchRules;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InterestsTest extends PersonalSourceContract {
    private static final int USERS = 9;
    private static final int ITEMS = 12;
    private static final long CUT = 3_600_000;

    @Override
    protected SourceConfig config() {
        return config(3, 1_000);
    }

    private static InterestsConfig config(int most, int videosPerInterest) {
        AlsConfig embedding = new AlsConfig(
                2, new Weighting.WatchRatio(1, 10), RepeatRule.SUM, 0, 1, 0.5, 0, 15, AlsConfig.Solver.CHOLESKY, 3);
        return new InterestsConfig(embedding, 0.5, 300, 30, most, 0.3, videosPerInterest);
    }

    @Override
    protected String expectedName() {
        return "interests";
    }

    /**
     * Items 0 to 5 are watched by users 0 to 3, items 6 to 11 by users 4 to 7; user 8 watches three of the first and one of the
     * others.
     */
    private static InteractionLog twoCircles() {
        Plays plays = new Plays();
        for (int user = 0; user < 8; user++) {
            int first = user < 4 ? 0 : 6;
            for (int item = first; item < first + 6; item++) {
                plays.addAt(user, item, 1, 0);
            }
        }
        for (int item : new int[] {0, 1, 2, 6}) {
            plays.addAt(8, item, 1, 0);
        }
        return plays.log();
    }

    private static double[] scoresOfUser8(ItemScorer scorer) {
        double[] scores = new double[ITEMS];
        scorer.score(8, scores);
        return scores;
    }

    private static double best(double[] scores, int from, int to) {
        return Arrays.stream(scores, from, to).max().orElseThrow();
    }

    private static ItemScorer fittedBy(SourceConfig config, InteractionLog log) {
        return config.fit(new FitContext(
                log,
                WithheldPairs.none(USERS, ITEMS),
                CUT,
                Tables.of(USERS, ITEMS),
                WatchRules.DEFAULTS,
                new Seed(4),
                Workers.ofCaller(),
                Progress.SILENT));
    }

    @Test
    void each_interest_has_places_by_its_share_of_what_was_liked() {
        double[] scores = scoresOfUser8(fittedBy(config(3, 1_000), twoCircles()));

        assertEquals(0.75, best(scores, 0, 6), 1e-6);
        assertEquals(0.25, best(scores, 6, 12), 1e-6);
        double[] best = Arrays.stream(scores).sorted().toArray();
        // 3/4, 3/8, and 1/4 of either: the third video of the first interest and the first of the second
        assertArrayEquals(new double[] {0.25, 0.25, 0.375, 0.75}, Arrays.copyOfRange(best, 8, 12), 1e-6);
    }

    @Test
    void somebody_of_one_interest_gets_the_order_of_als() {
        InterestsConfig config = config(1, 1_000);
        double[] scores = new double[ITEMS];
        fittedBy(config, twoCircles()).score(0, scores);
        double[] ofAls = new double[ITEMS];
        fittedBy(config.embedding(), twoCircles()).score(0, ofAls);

        assertArrayEquals(order(ofAls), order(scores));
    }

    private static int[] order(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted((one, other) -> Double.compare(scores[other], scores[one]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Test
    void nothing_is_known_of_videos_behind_those_that_an_interest_finds() {
        double[] scores = scoresOfUser8(fittedBy(config(3, 2), twoCircles()));

        assertEquals(4, Arrays.stream(scores).filter(score -> score > 0).count());
        assertEquals(
                ITEMS - 4,
                Arrays.stream(scores)
                        .filter(score -> score == Double.NEGATIVE_INFINITY)
                        .count());
    }

    @Test
    void a_video_is_found_because_of_the_one_in_the_middle_of_its_interest() {
        ItemScorer scorer = fittedBy(config(3, 1_000), twoCircles());
        int[] because = scorer.reasons(twoCircles()).orElseThrow().of(8).of(7).items();

        assertArrayEquals(new int[] {6}, because);
    }

    @Test
    void what_was_liked_long_ago_gets_fewer_places() {
        Plays plays = new Plays();
        for (int user = 0; user < 8; user++) {
            for (int item = user < 4 ? 0 : 6; item < (user < 4 ? 6 : 12); item++) {
                plays.addAt(user, item, 1, 0);
            }
        }
        long month = 30L * 86_400_000;
        plays.addAt(8, 0, 1, -month).addAt(8, 6, 1, 0);
        double[] scores = scoresOfUser8(fittedBy(config(3, 1_000), plays.log()));

        assertEquals(1.0 / 3, best(scores, 0, 6), 1e-4);
        assertEquals(2.0 / 3, best(scores, 6, 12), 1e-4);
    }

    @Test
    void settings_out_of_range_are_refused() {
        AlsConfig als = config(1, 1).embedding();
        assertThrows(IllegalArgumentException.class, () -> new InterestsConfig(als, -1, 1, 1, 1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new InterestsConfig(als, 0, 0, 1, 1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new InterestsConfig(als, 0, 1, 0, 1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new InterestsConfig(als, 0, 1, 1, 21, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new InterestsConfig(als, 0, 1, 1, 1, Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new InterestsConfig(als, 0, 1, 1, 1, 0, 0));
    }
}
