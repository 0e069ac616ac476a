package dev.linger.benchmarks.kernels;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSets;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Trains the network of the configuration {@code neural} on rows of 148 columns; a row counts once an epoch. */
@State(Scope.Benchmark)
public class NetworkBenchmark extends TimedAlone {
    private static final int PAIRS = 10_300_969;
    private static final int EPOCHS = 2;

    @Param("8")
    public int quantiles;

    private RankerConfig config;
    private TrainingSets rows;
    private int count;

    @Setup
    public void draw(Scale scale) {
        String settings = "{\"type\": \"neural\", \"members\": 1, \"patience\": 0, \"epochs\": " + EPOCHS
                + ", \"quantiles\": " + quantiles + "}";
        config = LingerConfig.resolve(Optional.empty(), List.of("ranker=" + settings))
                .value()
                .ranker();
        count = (int) Math.ceil(PAIRS * scale.scale);
        rows = TrainingSets.ofPlays(DrawnRows.labelled(count, "training rows"), null);
    }

    @Benchmark
    public Ranker train(Scale scale, Rows counted) {
        TrainingContext context = new TrainingContext(new Seed(1), scale.threads(), Progress.SILENT, List.of());
        counted.rows += (long) EPOCHS * count;
        return config.train(context, rows).refitted();
    }
}
