package dev.linger.spark.rank;

import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRequests;
import dev.linger.features.FeatureSource;
import dev.linger.features.StageOneCells;
import dev.linger.features.replay.FeatureState;
import dev.linger.ranker.Ranker;
import dev.linger.spark.plays.Blocks;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Feature rows that are asked for of the users of one block.
 *
 * @param user of each row, numbered within the block
 * @param columns of stage one
 * @param stageOne their cells
 */
record BlockRequests(
        int[] user, int[] item, int[] asOfDay, long[] requestMillis, List<FeatureColumn> columns, float[] stageOne)
        implements Serializable {
    private static final long serialVersionUID = 1;

    /** The rows of each block, in their order. */
    static List<BlockRequests> of(FeatureRequests requests, Blocks users) {
        return IntStream.range(0, users.count())
                .mapToObj(block -> of(
                        requests.rows(IntStream.range(0, requests.size())
                                .filter(row -> users.blockOf(requests.user()[row]) == block)
                                .toArray()),
                        users.first(block)))
                .toList();
    }

    private static BlockRequests of(FeatureRequests rows, int first) {
        return new BlockRequests(
                IntStream.of(rows.user()).map(user -> user - first).toArray(),
                rows.item(),
                rows.asOfDay(),
                rows.requestMillis(),
                rows.stageOne().columns(),
                rows.stageOne().values());
    }

    /** The cells of the rows, by features that have observed all plays of the block and stand before the first row's day. */
    float[] filled(FeatureState state) {
        int width = state.columns().size();
        float[] cells = new float[Math.multiplyExact(user.length, width)];
        forEachDay(
                state, (first, rows) -> System.arraycopy(rows.values(), 0, cells, first * width, rows.values().length));
        return cells;
    }

    /** What a ranker gives the rows, by the same. */
    double[] scored(FeatureState state, Ranker ranker) {
        double[] scores = new double[user.length];
        forEachDay(state, (first, rows) -> {
            double[] ofDay = new double[rows.size()];
            ranker.score(rows, ofDay);
            System.arraycopy(ofDay, 0, scores, first, ofDay.length);
        });
        return scores;
    }

    private void forEachDay(FeatureState state, FeatureSource.BlockReader reader) {
        FeatureRequests rows =
                new FeatureRequests(user, item, asOfDay, requestMillis, new StageOneCells(columns, stageOne));
        int to;
        for (int from = 0; from < user.length; from = to) {
            to = rows.endOfDay(from);
            state.advanceTo(asOfDay[from]);
            reader.read(from, state.fill(rows.slice(from, to)));
        }
    }
}
