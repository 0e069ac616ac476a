package dev.linger.pipeline.retrieval;

import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.Retrieval;
import dev.linger.candidates.als.AlsModel;
import dev.linger.candidates.als.FactorMatrix;
import dev.linger.features.FeatureColumn;
import dev.linger.features.StageOneCells;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What stage one tells stage two of (user, item) pairs: score and rank in its order, the lengths of the ALS factors, and
 * the score of every other source.
 */
public final class StageOneColumns {
    private static final int OWN_COLUMNS = 4;
    private static final String NOT_KNOWN = "the source does not know the user or the item";

    private final Retrieval order;
    private final AlsModel als;
    private final List<ItemScorer> others;
    private final List<FeatureColumn> columns;

    public StageOneColumns(Retrieval order, AlsModel als, List<ItemScorer> others) {
        this.order = order;
        this.als = als;
        this.others = others;
        List<FeatureColumn> all = new ArrayList<>(StageOneCells.SCORE_AND_RANK);
        all.add(FeatureColumn.numeric("als_user_norm", "1", "ALS does not know the user"));
        all.add(FeatureColumn.numeric("als_item_norm", "1", "ALS does not know the item"));
        others.forEach(
                other -> all.add(FeatureColumn.numeric(other.name().replace('-', '_') + "_score", "1", NOT_KNOWN)));
        this.columns = List.copyOf(all);
    }

    public List<FeatureColumn> columns() {
        return columns;
    }

    /** The cells of some items of one user, one row an item. */
    public StageOneCells of(int user, int[] items) {
        StageOneCells cells = StageOneCells.unknown(columns, items.length);
        fill(user, items, 0, items.length, cells);
        return cells;
    }

    /**
     * Writes the rows {@code from..to-1}, whose items are of one user. Every source scores all items once a call, so ask
     * for all items of a user at once.
     */
    public void fill(int user, int[] items, int from, int to, StageOneCells cells) {
        int[] asked = Arrays.copyOfRange(items, from, to);
        float[] score = new float[asked.length];
        float[] rank = new float[asked.length];
        order.scoreAndRank(user, asked, 0, asked.length, score, rank);
        float userNorm = norm(als.userFactors(), user);
        float[] values = cells.values();
        int width = columns.size();
        for (int at = 0; at < asked.length; at++) {
            int cell = (from + at) * width;
            values[cell] = score[at];
            values[cell + 1] = rank[at];
            values[cell + 2] = userNorm;
            values[cell + 3] = norm(als.itemFactors(), asked[at]);
        }
        double[] scores = new double[als.itemCount()];
        for (int other = 0; other < others.size(); other++) {
            others.get(other).score(user, scores);
            for (int at = 0; at < asked.length; at++) {
                double known = scores[asked[at]];
                values[(from + at) * width + OWN_COLUMNS + other] =
                        known == Double.NEGATIVE_INFINITY ? Float.NaN : (float) known;
            }
        }
    }

    private static float norm(FactorMatrix factors, int row) {
        double norm = factors.norm(row);
        return norm == 0 ? Float.NaN : (float) norm;
    }
}
