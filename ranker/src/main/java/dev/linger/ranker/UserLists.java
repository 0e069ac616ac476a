package dev.linger.ranker;

import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;

/** The lists that feature rows are made of: runs of consecutive rows of one user. */
public final class UserLists {
    private UserLists() {}

    /** Calls the task once for each list, in the order of the rows. */
    public static void forEach(FeatureRows rows, ListTask task) {
        int from = 0;
        for (int row = 1; row <= rows.size(); row++) {
            if (row == rows.size() || rows.user()[row] != rows.user()[from]) {
                task.run(from, row);
                from = row;
            }
        }
    }

    /** The stage-one score of every row, {@link #withoutMissing} in each list. */
    public static double[] stageOneScores(FeatureRows rows) {
        int column = rows.column(FeatureColumn.STAGE_ONE_SCORE);
        double[] scores = new double[rows.size()];
        forEach(rows, (from, to) -> {
            float[] list = new float[to - from];
            for (int row = from; row < to; row++) {
                list[row - from] = rows.value(row, column);
            }
            System.arraycopy(withoutMissing(list), 0, scores, from, list.length);
        });
        return scores;
    }

    /** The scores of one list; the lowest finite one stands in for those missing or infinite, 0 where there is none. */
    public static double[] withoutMissing(float[] list) {
        double lowest = Double.POSITIVE_INFINITY;
        for (float score : list) {
            lowest = Float.isFinite(score) ? Math.min(lowest, score) : lowest;
        }
        double[] scores = new double[list.length];
        for (int at = 0; at < list.length; at++) {
            scores[at] = Float.isFinite(list[at]) ? list[at] : Double.isFinite(lowest) ? lowest : 0;
        }
        return scores;
    }

    /** Work on the rows {@code from..to-1} of one list. */
    @FunctionalInterface
    public interface ListTask {
        void run(int from, int to);
    }
}
