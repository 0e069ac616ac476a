package dev.linger.candidates.hybrid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.candidates.FitContext;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.KeptVariance;
import dev.linger.candidates.PersonalSourceContract;
import dev.linger.candidates.Plays;
import dev.linger.candidates.Signal;
import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.als.AlsModel;
import dev.linger.candidates.baseline.PopularityConfig;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmbeddedTest extends PersonalSourceContract {
    private static final int USERS = 30;
    private static final int ITEMS = 25;
    private static final InteractionLog LOG = Plays.random(USERS, ITEMS, 400, 8);
    private static final int[] ALL_ITEMS = IntStream.range(0, ITEMS).toArray();

    /** 200 of the 400 seconds that plays take. */
    private static final double HALF = 200 / 86_400.0;

    @Override
    protected SourceConfig config() {
        return new EmbeddedConfig(FusionTest.als(2), 1, 3, HALF);
    }

    @Override
    protected String expectedName() {
        return "embedded";
    }

    private static float[][] signals(ItemScorer scorer, int user) {
        int width = scorer.signals().size();
        float[] cells = new float[ITEMS * width];
        scorer.signals(user, ALL_ITEMS, cells, 0, width);
        return IntStream.range(0, ITEMS)
                .mapToObj(item -> Arrays.copyOfRange(cells, item * width, (item + 1) * width))
                .toArray(float[][]::new);
    }

    @Test
    void scores_are_those_of_the_source() {
        double[] expected = new double[ITEMS];
        double[] scores = new double[ITEMS];
        FusionTest.als(2).fit(FusionTest.context(LOG)).score(4, expected);
        config().fit(FusionTest.context(LOG)).score(4, scores);
        assertArrayEquals(expected, scores);
    }

    @Test
    void it_says_how_much_of_the_variance_its_columns_keep() {
        List<KeptVariance> all = config().fit(FusionTest.context(LOG)).keptVariance();
        assertEquals(
                List.of("users", "items"), all.stream().map(KeptVariance::of).toList());
        for (KeptVariance kept : all) {
            assertEquals(2, kept.axes());
            assertEquals(2, kept.width());
            assertEquals(1, kept.share(), 1e-9);
        }
        KeptVariance one = new EmbeddedConfig(FusionTest.als(2), 1, 1, HALF)
                .fit(FusionTest.context(LOG))
                .keptVariance()
                .get(1);
        assertEquals(1, one.axes());
        assertTrue(one.share() > 0.5 && one.share() < 1, one::toString);
    }

    @Test
    void columns_are_named_by_side_and_axis_behind_those_of_the_source() {
        List<String> names = config().fit(FusionTest.context(LOG)).signals().stream()
                .map(Signal::name)
                .toList();
        assertEquals(
                List.of(
                        "user_norm",
                        "item_norm",
                        "user_axis_1",
                        "user_axis_2",
                        "user_axis_3",
                        "item_axis_1",
                        "item_axis_2",
                        "item_axis_3"),
                names);
    }

    @Test
    void coordinates_keep_the_distances_of_the_factors_and_the_third_axis_is_missing() {
        AlsModel als = FusionTest.als(2).fit(FusionTest.context(LOG));
        float[][] signals = signals(config().fit(FusionTest.context(LOG)), 4);
        for (int item = 1; item < ITEMS - 1; item++) {
            double byFactors = Math.hypot(
                    als.itemFactors().value(item, 0) - als.itemFactors().value(0, 0),
                    als.itemFactors().value(item, 1) - als.itemFactors().value(0, 1));
            double byAxes = Math.hypot(signals[item][5] - signals[0][5], signals[item][6] - signals[0][6]);
            assertEquals(byFactors, byAxes, 1e-5);
            assertTrue(Float.isNaN(signals[item][4]) && Float.isNaN(signals[item][7]));
        }
        assertTrue(Float.isNaN(signals[ITEMS - 1][5]), "an item without plays");
    }

    @Test
    void a_later_fit_has_about_the_coordinates_of_an_earlier_one() {
        // Users of two tastes: one factor tells them apart, another how much they watch.
        Plays plays = new Plays();
        for (int play = 0; play < 400; play++) {
            int user = play * 7 % USERS;
            int item = (play * 11 + play / USERS) % (ITEMS / 2) * 2 + user % 2;
            plays.add(user, item, 2);
        }
        InteractionLog log = plays.log();
        EmbeddedConfig config = new EmbeddedConfig(FusionTest.als(2), 1, 2, HALF);
        FitContext whole = FusionTest.context(log);
        float[][] late = signals(config.fit(whole), 0);
        float[][] early = signals(config.fit(whole.before(300_000)), 0);
        double products = 0;
        double earlySquares = 0;
        double lateSquares = 0;
        for (int item = 0; item < ITEMS - 1; item++) {
            products += early[item][4] * late[item][4];
            earlySquares += early[item][4] * early[item][4];
            lateSquares += late[item][4] * late[item][4];
        }
        assertTrue(products > 0.95 * Math.sqrt(earlySquares * lateSquares), "cosine of the coordinates");
    }

    @Test
    void the_first_days_are_their_own_reference_and_a_fit_to_fewer_is_refused() {
        float[][] signals = signals(config().fit(FusionTest.context(LOG).before(200_000)), 0);
        double mean = 0;
        int known = 0;
        for (float[] ofItem : signals) {
            if (!Float.isNaN(ofItem[5])) {
                known++;
                mean += ofItem[5];
            }
        }
        assertEquals(0, mean / known, 1e-6);
        FitContext early = FusionTest.context(LOG).before(100_000);
        String message =
                assertThrows(InputException.class, () -> config().fit(early)).getMessage();
        assertTrue(
                message.endsWith(
                        "but a fit is to the first 0.00 days of the log, so its columns would be of other axes; give"
                                + " fewer days than that"),
                message);
    }

    @Test
    void a_user_who_is_folded_in_has_the_coordinates_of_the_fit() {
        EmbeddedScorer fitted = new EmbeddedConfig(FusionTest.als(2), 1, 2, HALF).fit(FusionTest.context(LOG));
        Plays plays = new Plays();
        for (int row = 0; row < LOG.size(); row++) {
            if (LOG.user(row) == 3) {
                plays.addAt(0, LOG.item(row), LOG.watchRatio(row), LOG.timestampMillis(row));
            }
        }
        ItemScorer folded = fitted.foldIn(LOG).orElseThrow().of(3, plays.log(), 3_600_000);
        float[][] expected = signals(fitted, 3);
        float[][] signals = signals(folded, 0);
        for (int item = 0; item < ITEMS; item++) {
            assertArrayEquals(expected[item], signals[item], 1e-3f);
        }
    }

    @Test
    void settings_that_make_no_sense_are_refused() {
        SourceConfig als = FusionTest.als(2);
        assertThrows(IllegalArgumentException.class, () -> new EmbeddedConfig(new PopularityConfig(), 0.9, 16, 7));
        assertThrows(IllegalArgumentException.class, () -> new EmbeddedConfig(als, 0, 16, 7));
        assertThrows(IllegalArgumentException.class, () -> new EmbeddedConfig(als, 1.1, 16, 7));
        assertThrows(IllegalArgumentException.class, () -> new EmbeddedConfig(als, 0.9, 0, 7));
        assertThrows(IllegalArgumentException.class, () -> new EmbeddedConfig(als, 0.9, 16, 0));
    }
}
