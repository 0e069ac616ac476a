package dev.linger.benchmarks.kernels;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.ColumnContributions;
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
 * Explains feature rows of 148 columns by 500 trees of 63 leaves, on one thread, in lists of 20; a row is an item that is explained. The trees are trained on other rows of the same kind before.
 */
@State(Scope.Benchmark)
public class ContributionBenchmark extends TimedAlone {
    private static final int TRAINING_ROWS = 20_000;
    private static final int ROWS_A_LIST = 20;
    private static final int ITEMS = 7_176;

    @Param("500")
    public int trees;

    private Ranker ranker;
    private List<FeatureRows> lists;

    @Setup
    public void train(Scale scale) {
        TrainingSets trainingSets = TrainingSets.ofPlays(DrawnRows.labelled(TRAINING_ROWS, "training rows"), null);
        TrainingContext context = new TrainingContext(new Seed(1), scale.threads(), Progress.SILENT, List.of());
        ranker = DefaultConfiguration.trees(trees).train(context, trainingSets).refitted();
        lists = IntStream.range(0, (int) Math.ceil(ITEMS * scale.scale / ROWS_A_LIST))
                .mapToObj(list -> DrawnRows.of(ROWS_A_LIST, "list " + list))
                .toList();
    }

    @Benchmark
    public List<ColumnContributions> explain(Rows rows) {
        rows.rows += (long) lists.size() * ROWS_A_LIST;
        return lists.stream()
                .map(list -> ranker.contributions(list).orElseThrow())
                .toList();
    }
}
