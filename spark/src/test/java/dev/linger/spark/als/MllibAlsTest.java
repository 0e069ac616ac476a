package dev.linger.spark.als;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.candidates.als.AlsConfig;
import dev.linger.candidates.als.FactorMatrix;
import dev.linger.data.InputException;
import dev.linger.data.Seed;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.spark.plan.SentConfig;
import dev.linger.spark.plan.SparkPlan;
import dev.linger.spark.plays.Blocks;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;

class MllibAlsTest {
    private static final int ITEMS = 30;
    private static final int FACTORS = 3;
    private static final Blocks USERS = new Blocks(40, 512);

    @Test
    void factorsOfUsersSolveTheirEquationsOfTheSameWeights() {
        LingerConfig config = config("");
        AlsConfig als = SparkPlan.of(config).als();
        PairBlock pairs = pairs();
        MllibAls.Fitted fitted;
        SparkConf conf =
                new SparkConf().setAppName("linger-test").setMaster("local[1]").set("spark.ui.enabled", "false");
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            fitted = new MllibAls(SentConfig.of(config), USERS, ITEMS)
                    .fit(spark.parallelize(List.of(pairs), 1), 1, new Seed(7));
        }
        FactorMatrix items = FactorMatrix.of(FACTORS, fitted.items().items());
        double w = als.unobservedWeight();
        double meanPairs = (double) pairs.column().length / USERS.rows();
        double ofLength = als.regularization() * Math.pow(meanPairs, als.regularizationPower() - 1) / w;
        for (int user = 0; user < USERS.rows(); user++) {
            int from = pairs.start()[user];
            int to = pairs.start()[user + 1];
            for (int row = 0; row < FACTORS; row++) {
                double left = ofLength * (to - from) * value(fitted.users(), user, row);
                double right = 0;
                for (int item = 0; item < ITEMS; item++) {
                    left += value(items, item, row) * dot(fitted.users(), user, items, item);
                }
                for (int at = from; at < to; at++) {
                    int item = pairs.column()[at];
                    double c = als.weighting().confidence(pairs.value()[at]) / w;
                    left += c * value(items, item, row) * dot(fitted.users(), user, items, item);
                    right += (1 + c) * value(items, item, row);
                }
                assertEquals(right, left, 1e-3 * Math.max(1, Math.abs(right)), "user " + user + " row " + row);
            }
        }
    }

    @Test
    void itIsRefusedWhereUnobservedPairsHaveNoWeight() {
        AlsConfig als = SparkPlan.of(config(", \"unobservedWeight\": 0")).als();
        String message = String.valueOf(assertThrows(InputException.class, () -> MllibAls.requirePossible(als))
                .getMessage());
        assertTrue(message.contains("unobservedWeight must be > 0 but was 0.0"), message);
    }

    private static LingerConfig config(String more) {
        return LingerConfig.resolve(
                        Optional.of("spark"),
                        List.of("candidates.sources=[{\"type\": \"als\", \"factorCount\": " + FACTORS
                                + ", \"iterations\": 2" + more + "}]"))
                .value();
    }

    /** Every user has watched a third of the videos. */
    private static PairBlock pairs() {
        SplittableRandom random = new SplittableRandom(3);
        int each = ITEMS / 3;
        int[] start = new int[USERS.rows() + 1];
        int[] column = new int[USERS.rows() * each];
        float[] value = new float[column.length];
        for (int user = 0; user < USERS.rows(); user++) {
            start[user + 1] = (user + 1) * each;
            for (int at = 0; at < each; at++) {
                column[user * each + at] = 3 * at + random.nextInt(3);
                value[user * each + at] = (float) random.nextDouble(0.5, 3);
            }
        }
        return new PairBlock(0, start, column, value);
    }

    private static double value(FactorMatrix of, int row, int factor) {
        return of.values()[row * FACTORS + factor];
    }

    private static double dot(FactorMatrix users, int user, FactorMatrix items, int item) {
        double sum = 0;
        for (int factor = 0; factor < FACTORS; factor++) {
            sum += value(users, user, factor) * value(items, item, factor);
        }
        return sum;
    }
}
