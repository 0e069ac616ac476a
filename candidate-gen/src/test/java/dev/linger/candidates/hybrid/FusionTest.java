package dev.linger.candidates.hybrid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.candidates.Embeddings;
import dev.linger.candidates.FitContext;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.PersonalSourceContract;
import dev.linger.candidates.Plays;
import dev.linger.candidates.RepeatRule;
import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.TableScorer;
import dev.linger.candidates.Tables;
import dev.linger.candidates.WithheldPairs;
import dev.linger.candidates.als.AlsConfig;
import dev.linger.candidates.als.AlsModel;
import dev.linger.candidates.als.Weighting;
import dev.linger.candidates.baseline.ItemKnnConfig;
import dev.linger.candidates.baseline.PopularityConfig;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.data.duration.WatchRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class FusionTest extends PersonalSourceContract {
    private static final double UNKNOWN = Double.NEGATIVE_INFINITY;
    private static final ItemKnnConfig KNN = new ItemKnnConfig(0.5, 1, 500);
    private static final int USERS = 30;
    private static final int ITEMS = 25;
    private static final InteractionLog LOG = Plays.random(USERS, ITEMS, 400, 8);

    static AlsConfig als(int factors) {
        return new AlsConfig(
                factors,
                new Weighting.WatchRatio(1, 10),
                RepeatRule.SUM,
                0,
                1,
                0.5,
                0,
                15,
                AlsConfig.Solver.CHOLESKY,
                3);
    }

    static FitContext context(InteractionLog log) {
        return new FitContext(
                log,
                WithheldPairs.none(USERS, ITEMS),
                3_600_000,
                Tables.of(USERS, ITEMS),
                WatchRules.DEFAULTS,
                new Seed(4),
                Workers.ofCaller(),
                Progress.SILENT);
    }

    @Override
    protected SourceConfig config() {
        return new FusionConfig(List.of(als(2), KNN), List.of(1.0, 2.0));
    }

    @Override
    protected String expectedName() {
        return "fusion";
    }

    @Test
    void scores_are_sums_of_standard_deviations_by_hand() {
        // mean 2, deviation sqrt(2/3); mean 5, deviation 5; the second does not know item 0, nor either of them item 3
        FusedScorer fused = fused(
                new FusedScorer.Member(table(1, 2, 3, UNKNOWN), 3, false),
                new FusedScorer.Member(table(UNKNOWN, 10, 0, UNKNOWN), 0.5, false));
        double[] scores = new double[4];
        fused.score(0, scores);
        double deviation = Math.sqrt(2 / 3.0);
        assertArrayEquals(new double[] {-3 / deviation, 0.5, 3 / deviation - 0.5, UNKNOWN}, scores, 1e-12);
    }

    @Test
    void a_source_that_tells_nothing_apart_adds_nothing() {
        FusedScorer fused = fused(
                new FusedScorer.Member(table(7, 7, 7), 1, false), new FusedScorer.Member(table(1, 2, 3), 1, false));
        double[] scores = new double[3];
        fused.score(0, scores);
        assertArrayEquals(new double[] {-Math.sqrt(1.5), 0, Math.sqrt(1.5)}, scores, 1e-12);
    }

    private static FusedScorer fused(FusedScorer.Member... members) {
        return FusedScorer.of(List.of(members));
    }

    private static ItemScorer table(double... scores) {
        return new TableScorer("table", scores.length, user -> scores);
    }

    @Test
    void what_has_no_weight_is_as_if_it_were_not_there() {
        double[] alone = scores(als(2).fit(context(LOG)));
        double[] fused = scores(new FusionConfig(List.of(KNN, als(2)), List.of(0.0, 1.0)).fit(context(LOG)));
        for (int one = 0; one < ITEMS; one++) {
            for (int other = 0; other < ITEMS; other++) {
                assertEquals(alone[one] > alone[other], fused[one] > fused[other], one + " and " + other);
            }
        }
    }

    private static double[] scores(ItemScorer scorer) {
        double[] scores = new double[ITEMS];
        scorer.score(3, scores);
        return scores;
    }

    @Test
    void settings_that_differ_in_their_weights_share_the_fits() {
        FitContext context = context(LOG);
        assertSame(context.fitted(KNN), context.fitted(new ItemKnnConfig(0.5, 1, 500)));
        assertSame(als(2).fit(context), context.fitted(als(2)));
    }

    @Test
    void a_user_who_is_folded_in_by_the_plays_of_the_log_has_the_scores_of_the_fit() {
        FusedScorer fitted =
                new FusionConfig(List.of(als(2), KNN, new PopularityConfig()), List.of()).fit(context(LOG));
        Plays plays = new Plays();
        for (int row = 0; row < LOG.size(); row++) {
            if (LOG.user(row) == 3) {
                plays.addAt(0, LOG.item(row), LOG.watchRatio(row), LOG.timestampMillis(row));
            }
        }
        ItemScorer folded = fitted.foldIn(LOG).orElseThrow().of(3, plays.log(), 3_600_000);
        double[] scores = new double[ITEMS];
        folded.score(0, scores);
        assertArrayEquals(scores(fitted), scores, 1e-3);
    }

    @Test
    void embeddings_stand_one_behind_the_other_each_of_length_one_in_the_mean() {
        FusedScorer fitted = new FusionConfig(List.of(als(2), KNN, als(3)), List.of()).fit(context(LOG));
        Embeddings joined = fitted.embeddings().orElseThrow();
        assertEquals(5, joined.width());
        double[] vector = new double[5];
        double first = 0;
        double second = 0;
        int known = 0;
        for (int item = 0; item < ITEMS; item++) {
            if (joined.item(item, vector, 0)) {
                known++;
                first += vector[0] * vector[0] + vector[1] * vector[1];
                second += vector[2] * vector[2] + vector[3] * vector[3] + vector[4] * vector[4];
            }
        }
        assertEquals(1, first / known, 1e-9);
        assertEquals(1, second / known, 1e-9);
        AlsModel alone = als(2).fit(context(LOG));
        assertTrue(joined.user(3, vector, 0));
        assertEquals(
                alone.userFactors().value(3, 0) / (double) alone.userFactors().value(3, 1),
                vector[0] / vector[1],
                1e-6);
        assertFalse(joined.user(USERS - 1, vector, 0));
        assertArrayEquals(new double[5], vector);
    }

    @Test
    void sources_and_weights_that_make_no_sense_are_refused() {
        List<SourceConfig> two = List.of(als(2), KNN);
        assertThrows(IllegalArgumentException.class, () -> new FusionConfig(List.of(KNN), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new FusionConfig(two, List.of(1.0)));
        assertThrows(IllegalArgumentException.class, () -> new FusionConfig(two, List.of(1.0, -1.0)));
        assertThrows(IllegalArgumentException.class, () -> new FusionConfig(two, List.of(0.0, 0.0)));
        assertThrows(IllegalArgumentException.class, () -> new FusionConfig(two, List.of(1.0, Double.NaN)));
        assertEquals(List.of(1.0, 1.0), new FusionConfig(two, List.of()).weights());
    }
}
