package dev.linger.simulation.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.linger.data.Draws;
import dev.linger.data.Seed;
import dev.linger.simulation.draw.QuantileCurve;
import dev.linger.simulation.world.PlantedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes user_features.csv. Two columns know a little of the hidden truth: the active degree follows the user's plays, and
 * onehot_feat2 often names the favourite topic. The others are noise with the ranges of KuaiRec's columns and its empty cells.
 */
public final class UserFeaturesWriter {
    private static final QuantileCurve FOLLOWED = new QuantileCurve(
            new double[] {0, 0.1, 0.25, 0.5, 0.75, 0.9, 1}, new double[] {0, 3, 9, 33, 130, 569, 2_100});
    private static final QuantileCurve FANS = new QuantileCurve(
            new double[] {0, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999, 1}, new double[] {0, 0, 2, 6, 14, 100, 1_500, 11_401});
    private static final QuantileCurve FRIENDS =
            new QuantileCurve(new double[] {0, 0.61, 0.75, 0.9, 0.99, 1}, new double[] {0, 0.9, 2, 5, 35, 300});
    private static final QuantileCurve REGISTERED_DAYS = new QuantileCurve(
            new double[] {0, 0.1, 0.25, 0.5, 0.75, 0.9, 1}, new double[] {15, 70, 132, 225, 324, 598, 2_245});

    private static final Ranges FOLLOWED_RANGES = new Ranges(
            new int[] {0, 10, 50, 100, 150, 250, 500},
            List.of("0", "(0,10]", "(10,50]", "(50,100]", "(100,150]", "(150,250]", "(250,500]", "500+"));
    private static final Ranges FANS_RANGES = new Ranges(
            new int[] {0, 9, 99, 999, 4_999, 9_999},
            List.of("0", "[1,10)", "[10,100)", "[100,1k)", "[1k,5k)", "[5k,1w)", "[1w,10w)"));
    private static final Ranges FRIENDS_RANGES = new Ranges(
            new int[] {0, 4, 29, 59, 119, 249},
            List.of("0", "[1,5)", "[5,30)", "[30,60)", "[60,120)", "[120,250)", "250+"));
    private static final Ranges REGISTERED_RANGES = new Ranges(
            new int[] {30, 60, 90, 180, 365, 730},
            List.of("15-30", "31-60", "61-90", "91-180", "181-365", "366-730", "730+"));

    private static final double LOW_ACTIVE = 0.0004;
    private static final double STREAMER = 0.007;
    private static final double AUTHOR = 0.17;

    private static final double UNKNOWN_DEGREE = 0.016;
    /** The platform judges activity by other weeks than the log's: a user's activity times exp(N(0, this)). */
    private static final double DEGREE_SPREAD = 0.4;
    /** Activity below which a user is middle_active, or else high_active: 0.4 % and 13 % of KuaiRec's users. */
    private static final double MIDDLE_ACTIVITY = 0.06;

    private static final double HIGH_ACTIVITY = 0.33;

    /** How often onehot_feat2 names the favourite topic. */
    private static final double TOPIC_SHOWN = 0.5;

    private static final int ONEHOT_FEATURES = 18;
    private static final int TOPIC_FEATURE = 2;
    private static final int GAPPED_FEATURE = 4;
    private static final int FIRST_BINARY_FEATURE = 12;
    private static final double GAPPED_EMPTY = 0.028;
    private static final double BINARY_EMPTY = 0.0104;

    /** Number of levels of onehot_feat0..11. */
    private static final int[] LEVELS = {2, 8, 30, 1_076, 12, 10, 3, 47, 340, 7, 5, 3};
    /** Level = levels * uniform^skew: 1 is even, a high skew makes level 0 common. */
    private static final double[] SKEW = {1.3, 1.2, 1, 0.8, 3, 200, 1.2, 1.2, 1, 1, 1, 14};
    /** Share of 1 in onehot_feat12..17. */
    private static final double[] ONES = {0.30, 0.105, 0.095, 0.019, 0.018, 0.015};

    private final PlantedModel model;

    public UserFeaturesWriter(PlantedModel model) {
        this.model = model;
    }

    public void write(Path directory, Seed seed) throws IOException {
        Draws draws = new Draws(seed.stream("user features"));
        try (CsvWriter writer = KuaiRecFile.USER_FEATURES.create(directory)) {
            for (int user = 0; user < model.audience().size(); user++) {
                writer.writeRecord(record(user, draws));
            }
        }
    }

    private List<String> record(int user, Draws draws) {
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(user));
        cells.add(activeDegree(model.audience().activity(user), draws));
        cells.add(flag(LOW_ACTIVE, draws));
        cells.add(flag(STREAMER, draws));
        cells.add(flag(AUTHOR, draws));
        addWithRange((int) FOLLOWED.draw(draws), FOLLOWED_RANGES, cells);
        addWithRange((int) FANS.draw(draws), FANS_RANGES, cells);
        addWithRange((int) FRIENDS.draw(draws), FRIENDS_RANGES, cells);
        addWithRange((int) REGISTERED_DAYS.draw(draws), REGISTERED_RANGES, cells);
        addOnehot(user, cells, draws);
        return cells;
    }

    private static String activeDegree(double activity, Draws draws) {
        if (draws.chance(UNKNOWN_DEGREE)) {
            return "UNKNOWN";
        }
        double seen = activity * draws.factor(DEGREE_SPREAD);
        return seen < MIDDLE_ACTIVITY ? "middle_active" : seen < HIGH_ACTIVITY ? "high_active" : "full_active";
    }

    private static String flag(double share, Draws draws) {
        return draws.chance(share) ? "1" : "0";
    }

    private static void addWithRange(int number, Ranges ranges, List<String> cells) {
        cells.add(Integer.toString(number));
        cells.add(ranges.of(number));
    }

    private void addOnehot(int user, List<String> cells, Draws draws) {
        for (int feature = 0; feature < FIRST_BINARY_FEATURE; feature++) {
            int level = (int) (LEVELS[feature] * StrictMath.pow(draws.uniform(), SKEW[feature]));
            if (feature == TOPIC_FEATURE && draws.chance(TOPIC_SHOWN)) {
                level = model.audience().favourite(user) % LEVELS[feature];
            }
            boolean empty = feature == GAPPED_FEATURE && draws.chance(GAPPED_EMPTY);
            cells.add(empty ? "" : Integer.toString(level));
        }
        boolean empty = draws.chance(BINARY_EMPTY);
        for (int feature = FIRST_BINARY_FEATURE; feature < ONEHOT_FEATURES; feature++) {
            String cell = flag(ONES[feature - FIRST_BINARY_FEATURE], draws);
            cells.add(empty ? "" : cell);
        }
    }

    /**
     * Names of ranges of whole numbers.
     *
     * @param last last number of each range but the open one at the end
     * @param names one more than {@code last}
     */
    private record Ranges(int[] last, List<String> names) {
        String of(int number) {
            int range = 0;
            while (range < last.length && number > last[range]) {
                range++;
            }
            return names.get(range);
        }
    }
}
