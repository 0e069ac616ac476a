package dev.linger.benchmarks.kernels;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSets;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Scores feature rows of 148 columns with 500 trees of 63 leaves, in blocks as the stage does. The trees are trained on other
 * rows of the same kind before.
 */
@State(Scope.Benchmark)
public class TreeScoringBenchmark extends TimedAlone {
    private static final int TRAINING_ROWS = 20_000;
    private static final int ROWS_A_BLOCK = 16 * 300;
    private static final int CANDIDATES = 7_176 * 300;

    @Param("500")
    public int trees;

    private Ranker ranker;
    private List<FeatureRows> blocks;

    @Setup
    public void train(Scale scale) {
        TrainingSets trainingSets = TrainingSets.ofPlays(DrawnRows.labelled(TRAINING_ROWS, "training rows"), null);
        TrainingContext context = new TrainingContext(new Seed(1), scale.threads(), Progress.SILENT, List.of());
        ranker = DefaultConfiguration.trees(trees).train(context, trainingSets).refitted();
        int count = (int) Math.ceil(CANDIDATES * scale.scale / ROWS_A_BLOCK);
        blocks = IntStream.range(0, count)
                .mapToObj(block -> DrawnRows.of(ROWS_A_BLOCK, "block " + block))
                .toList();
    }

    @Benchmark
    public double[][] score(Scale scale, Rows rows) {
        double[][] scores = new double[blocks.size()][ROWS_A_BLOCK];
        scale.workers().forBlocks(blocks.size(), 1, (from, to) -> ranker.score(blocks.get(from), scores[from]));
        rows.rows += (long) blocks.size() * ROWS_A_BLOCK;
        return scores;
    }
}
