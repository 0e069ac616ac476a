package dev.linger.benchmarks.peers;

import dev.linger.benchmarks.kernels.DrawnLog;
import dev.linger.benchmarks.kernels.DrawnRows;
import dev.linger.benchmarks.kernels.Scale;
import dev.linger.candidates.RepeatRule;
import dev.linger.candidates.als.AlsConfig;
import dev.linger.candidates.als.Weighting;
import dev.linger.data.InteractionLog;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.TrainingSet;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The data of single steps: drawn from a seed by Linger's process, and read from files by those of the peers. */
final class PeerData {
    static final List<FeatureColumn> COLUMNS = DrawnRows.columns(159);
    static final double REGULARIZATION = 10;

    private static final int ROWS = 1_500_000;
    private static final double RATIO_CAP = 2;
    private static final Weighting WEIGHTING = new Weighting.WatchRatio(40, RATIO_CAP);

    private PeerData() {}

    static InteractionLog pairs(Scale scale) {
        return DrawnLog.of(scale);
    }

    /**
     * The loss of implicit but for one thing: it has no pull of an observed pair to 0 beside the pair's confidence. With its
     * confidence 1 more both solve for the same matrices, and right sides that are c here and c + 1 there, with c from 1 to 81.
     */
    static AlsConfig als(int factors, String solver, int iterations) {
        AlsConfig.Solver chosen =
                solver.equals("exact") ? AlsConfig.Solver.CHOLESKY : AlsConfig.Solver.CONJUGATE_GRADIENT;
        return new AlsConfig(factors, WEIGHTING, RepeatRule.SUM, 0, 1, REGULARIZATION, 0, iterations, chosen, 3);
    }

    static TrainingSet rows(Scale scale) {
        return DrawnRows.labelled((int) Math.ceil(ROWS * scale.scale), COLUMNS, "rows of peers");
    }

    /** Users, items and confidences of all pairs. */
    static void writePairs(Scale scale, Path folder) {
        InteractionLog log = pairs(scale);
        int[] users = new int[log.size()];
        int[] items = new int[log.size()];
        float[] confidence = new float[log.size()];
        for (int row = 0; row < log.size(); row++) {
            users[row] = log.user(row);
            items[row] = log.item(row);
            confidence[row] = (float) WEIGHTING.confidence(Math.min(RATIO_CAP, log.watchRatio(row)));
        }
        NpyFile.write(folder.resolve("users.npy"), users);
        NpyFile.write(folder.resolve("items.npy"), items);
        NpyFile.write(folder.resolve("confidence.npy"), confidence);
    }

    /** Cells and labels of all rows. */
    static void writeRows(Scale scale, Path folder) {
        TrainingSet rows = rows(scale);
        NpyFile.write(folder.resolve("rows.npy"), ((FeatureRows) rows.rows()).values(), COLUMNS.size());
        NpyFile.write(folder.resolve("label.npy"), rows.label());
    }

    /** Positions of the columns that hold categories, as 7,22,37. */
    static String categories() {
        return String.join(
                ",",
                IntStream.range(0, COLUMNS.size())
                        .filter(at -> COLUMNS.get(at).kind() == FeatureColumn.Kind.CATEGORY)
                        .mapToObj(Integer::toString)
                        .toList());
    }

    /** Mean absolute error of the first rows. */
    static double error(Ranker ranker, TrainingSet rows, int most) {
        int count = Math.min(most, rows.size());
        FeatureRows first =
                ((FeatureRows) rows.rows()).pick(IntStream.range(0, count).toArray());
        double[] scores = new double[count];
        ranker.score(first, scores);
        Arrays.setAll(scores, row -> Math.abs(scores[row] - rows.label()[row]));
        return Arrays.stream(scores).average().orElse(Double.NaN);
    }
}
