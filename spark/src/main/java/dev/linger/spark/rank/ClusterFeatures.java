package dev.linger.spark.rank;

import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.data.duration.WatchQuantiles;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRequests;
import dev.linger.features.FeatureRows;
import dev.linger.features.StageOneCells;
import dev.linger.features.shared.SharedDays;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.ranker.blend.Reranker;
import dev.linger.spark.lists.CandidateOrder;
import dev.linger.spark.plays.Blocks;
import dev.linger.spark.plays.PlayBlock;
import dev.linger.spark.plays.Spread;
import java.time.ZoneId;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** Features where the plays of their users are: of any rows that are asked for, and of candidates that a ranker orders. */
public final class ClusterFeatures {
    private final JavaSparkContext spark;
    private final Spread spread;
    private final SentDays sent;

    private ClusterFeatures(JavaSparkContext spark, Spread spread, SentDays sent) {
        this.spark = spark;
        this.spread = spread;
        this.sent = sent;
    }

    /**
     * Counts what the plays of all users come to, and sends it to all.
     *
     * @param fitted quantiles with at most so many buckets, fitted to no play that rows may not know
     * @param lastDay the last day as of which rows are asked for, in days since 1970-01-01
     */
    public static ClusterFeatures of(
            JavaSparkContext spark,
            Spread spread,
            LingerConfig config,
            Dataset dataset,
            IntFunction<WatchQuantiles> fitted,
            int lastDay) {
        SentFeatures features = SentFeatures.of(config, dataset.tables(), fitted);
        Broadcast<SentFeatures> everywhere = spark.broadcast(features);
        ZoneId zone = dataset.zone();
        List<SharedDays> blocks = spread.plays()
                .map(block -> days(block, everywhere.value(), zone, lastDay))
                .collect(); // in the order of blocks, whichever is first
        SharedDays all = features.ofUsers(0, 0, StageOneCells.SCORE_AND_RANK).sum(blocks);
        return new ClusterFeatures(spark, spread, new SentDays(zone, everywhere, spark.broadcast(all)));
    }

    private static SharedDays days(PlayBlock block, SentFeatures features, ZoneId zone, int beforeDay) {
        InteractionLog log = block.log(zone);
        int end = 0;
        while (end < log.size() && log.day(end) < beforeDay) {
            end++;
        }
        return features.ofUsers(block.first(), block.users(), StageOneCells.SCORE_AND_RANK)
                .sharedDays(log.slice(0, end));
    }

    /**
     * Fills rows.
     *
     * @param columns of the rows
     */
    public FeatureRows rows(FeatureRequests requests, List<FeatureColumn> columns) {
        SentDays toBlocks = sent;
        List<float[]> filled = asked(requests)
                .map(both -> both._2().filled(toBlocks.of(both._1(), both._2().columns())))
                .collect();
        int width = columns.size();
        float[] cells = new float[Math.multiplyExact(requests.size(), width)];
        inOrder(
                requests,
                (row, block, at) -> System.arraycopy(filled.get(block), at * width, cells, row * width, width));
        return new FeatureRows(columns, requests.user(), requests.item(), cells);
    }

    /** Sends a trained ranker to all. */
    public Broadcast<SentRanker> sent(Reranker reranker, LingerConfig config) {
        return spark.broadcast(SentRanker.of(reranker, config));
    }

    /** What the ranker of the watch ratio gives each row. */
    public double[] predictions(FeatureRequests requests, Broadcast<SentRanker> ranker) {
        SentDays toBlocks = sent;
        List<double[]> scored = asked(requests)
                .map(both -> both._2()
                        .scored(
                                toBlocks.of(both._1(), both._2().columns()),
                                ranker.value().reranker().headline()))
                .collect();
        double[] scores = new double[requests.size()];
        inOrder(requests, (row, block, at) -> scores[row] = scored.get(block)[at]);
        return scores;
    }

    private JavaPairRDD<PlayBlock, BlockRequests> asked(FeatureRequests requests) {
        Blocks users = spread.users();
        return spread.plays().zip(spark.parallelize(BlockRequests.of(requests, users), users.count()));
    }

    /** Tells of each row which of its block's rows it is. */
    private void inOrder(FeatureRequests requests, RowTask task) {
        Blocks users = spread.users();
        int[] next = new int[users.count()];
        for (int row = 0; row < requests.size(); row++) {
            int block = users.blockOf(requests.user()[row]);
            task.run(row, block, next[block]++);
        }
    }

    @FunctionalInterface
    private interface RowTask {
        void run(int row, int block, int at);
    }

    /**
     * The order of a trained ranker.
     *
     * @param cutMillis the instant at which lists are asked for, in milliseconds since 1970-01-01 UTC
     */
    public CandidateOrder orderOf(Broadcast<SentRanker> ranker, long cutMillis) {
        return new RankedOrder(sent, ranker, cutMillis);
    }
}
