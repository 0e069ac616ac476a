package dev.linger.ranker;

import dev.linger.data.Seed;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.lightgbm.Grading;
import dev.linger.ranker.lightgbm.LightGbmConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Training sets for tests. */
public final class Problems {
    private Problems() {}

    /** Rows of one user and item each, numeric columns a, b, c, ... and the given cells. */
    public static FeatureRows numbers(int columns, float... cells) {
        List<FeatureColumn> named = new ArrayList<>();
        for (int at = 0; at < columns; at++) {
            named.add(FeatureColumn.numeric(Character.toString('a' + at), "1", "not known"));
        }
        return new FeatureRows(named, new int[cells.length / columns], new int[cells.length / columns], cells);
    }

    /** Rows whose only column is stage one's score. */
    public static FeatureRows stageOne(int[] user, float... scores) {
        FeatureColumn column = FeatureColumn.numeric(FeatureColumn.STAGE_ONE_SCORE, "1", "not a candidate");
        return new FeatureRows(List.of(column), user, new int[user.length], scores);
    }

    /**
     * A problem with every trap of real rows: label = 0.5 + 0.4 [length &lt; 0.3] + 0.1 (kind mod 4) + 0.3 where taste is
     * missing, else 0.2 taste, plus skewed noise. Taste is missing in a quarter of the rows, zero in another; kind has 24 levels.
     */
    public static TrainingSet watching(String stream, int rows) {
        SplittableRandom random = new Seed(17).stream(stream);
        List<FeatureColumn> columns = List.of(
                FeatureColumn.numeric("length", "1", "never"),
                FeatureColumn.category("kind", "not said"),
                FeatureColumn.numeric("taste", "1", "no history"),
                FeatureColumn.numeric("noise", "1", "never"));
        float[] cells = new float[rows * columns.size()];
        float[] label = new float[rows];
        int[] user = new int[rows];
        int[] item = new int[rows];
        for (int row = 0; row < rows; row++) {
            float length = (float) random.nextDouble();
            float kind = random.nextInt(10) == 0 ? Float.NaN : random.nextInt(24);
            int form = random.nextInt(4);
            float taste = form == 0 ? Float.NaN : form == 1 ? 0 : (float) random.nextDouble(-1, 1);
            float[] cell = {length, kind, taste, (float) random.nextDouble()};
            System.arraycopy(cell, 0, cells, row * cell.length, cell.length);
            double noise = 0.1 * -Math.log(1 - random.nextDouble());
            label[row] = (float) (0.5
                    + (length < 0.3 ? 0.4 : 0)
                    + (Float.isNaN(kind) ? 0 : 0.1 * (kind % 4))
                    + (Float.isNaN(taste) ? 0.3 : 0.2 * taste)
                    + noise);
            user[row] = row / 20;
            item[row] = random.nextInt(100);
        }
        return new TrainingSet(new FeatureRows(columns, user, item, cells), label, user);
    }

    /** Small, fast trees. */
    public static LightGbmConfig trees(
            String objective, int rounds, int earlyStoppingRounds, Map<String, String> extra) {
        return trees(objective, rounds, earlyStoppingRounds, 255, extra);
    }

    public static LightGbmConfig trees(
            String objective, int rounds, int earlyStoppingRounds, int maxBin, Map<String, String> extra) {
        return trees(objective, rounds, earlyStoppingRounds, false, maxBin, extra);
    }

    /** Small, fast trees that are grown again on all rows once their number is known. */
    public static LightGbmConfig refittedTrees(String objective, int rounds, int earlyStoppingRounds) {
        return trees(objective, rounds, earlyStoppingRounds, true, 255, Map.of());
    }

    /** Trees whose leaves may hold one row, grown again on all rows. */
    public static LightGbmConfig treesOfFewRows(String objective, int rounds) {
        return trees(objective, rounds, 0, true, 1, 255, Map.of("min_data_in_bin", "1"));
    }

    private static LightGbmConfig trees(
            String objective,
            int rounds,
            int earlyStoppingRounds,
            boolean refit,
            int maxBin,
            Map<String, String> extra) {
        return trees(objective, rounds, earlyStoppingRounds, refit, 20, maxBin, extra);
    }

    private static LightGbmConfig trees(
            String objective,
            int rounds,
            int earlyStoppingRounds,
            boolean refit,
            int minRowsInLeaf,
            int maxBin,
            Map<String, String> extra) {
        return new LightGbmConfig(
                objective,
                15,
                0.1,
                rounds,
                earlyStoppingRounds,
                refit,
                minRowsInLeaf,
                1,
                1,
                0,
                0,
                maxBin,
                10,
                10,
                32,
                1_000,
                1,
                new Grading(0.1, 50, 10),
                extra);
    }

    public static double[] scores(Ranker ranker, FeatureRows rows) {
        double[] scores = new double[rows.size()];
        ranker.score(rows, scores);
        return scores;
    }

    public static double meanAbsoluteError(Ranker ranker, TrainingSet set) {
        double[] scores = scores(ranker, set.rows().all());
        double sum = 0;
        for (int row = 0; row < scores.length; row++) {
            sum += Math.abs(scores[row] - set.label()[row]);
        }
        return sum / scores.length;
    }
}
