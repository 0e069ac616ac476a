package dev.linger.benchmarks.kernels;

import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.split.TimeSplit;
import dev.linger.features.FeatureRequests;
import dev.linger.features.StageOneCells;
import dev.linger.features.replay.FeatureReplay;
import dev.linger.features.replay.ReplayInputs;
import dev.linger.pipeline.config.LingerConfig;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Feature rows of all groups of the default configuration, by replays that share what is computed of the log, as in a run. */
@State(Scope.Benchmark)
public class FeatureBenchmark extends TimedAlone {
    private static final int ROWS_A_BLOCK = 65_536;
    private static final int LIMIT = 300;

    /** A prime, so that the items of a list are distinct; far enough apart to lie as scattered as those of a real list. */
    private static final int STRIDE = 7_919;

    private LingerConfig config;
    private Dataset dataset;
    private TimeSplit split;
    private ReplayInputs inputs;

    @Setup
    public void read(DataFiles files) {
        config = DefaultConfiguration.get();
        dataset = config.data()
                .read(files.folder(), config.watch(), Progress.SILENT)
                .dataset();
        split = TimeSplit.of(dataset.log(), config.split());
        inputs = new ReplayInputs(dataset, split.history());
    }

    /** A replay that stands before the first day; one for each operation, as time in it does not go back. */
    @State(Scope.Benchmark)
    public static class FirstDay {
        private FeatureReplay replay;

        @Setup(Level.Invocation)
        public void begin(FeatureBenchmark of) {
            replay = of.replay();
        }
    }

    /** A replay that stands at the beginning of the label window, and the plays of that window. */
    @State(Scope.Benchmark)
    public static class LabelWindow {
        private FeatureReplay replay;
        private FeatureRequests plays;

        @Setup(Level.Invocation)
        public void begin(FeatureBenchmark of) {
            replay = of.replay();
            replay.advanceTo(of.split.labelDay());
            plays = requests(of.split.labelWindow());
        }
    }

    /** A replay that stands at the day of the cut, and 300 items for each user. */
    @State(Scope.Benchmark)
    public static class Cut {
        private FeatureReplay replay;
        private FeatureRequests candidates;

        @Setup
        public void begin(FeatureBenchmark of) {
            replay = of.replay();
            replay.advanceTo(of.split.cutDay());
            candidates = of.candidates();
        }
    }

    /** Observes every play before the cut. Rows are these plays. */
    @Benchmark
    public FeatureReplay observe(FirstDay at, Scale scale, Rows rows) {
        at.replay.advanceTo(split.cutDay(), scale.workers());
        rows.rows += split.cutRow();
        return at.replay;
    }

    /** Fills a row for each play of the label window, and observes the plays of its days in between. */
    @Benchmark
    public void fillPlays(LabelWindow at, Scale scale, Rows rows, Blackhole sink) {
        fill(at.replay, at.plays, scale, sink);
        rows.rows += at.plays.size();
    }

    /** Fills the rows of 300 candidates for each user, all as of the day of the cut. */
    @Benchmark
    public void fillCandidates(Cut at, Scale scale, Rows rows, Blackhole sink) {
        fill(at.replay, at.candidates, scale, sink);
        rows.rows += at.candidates.size();
    }

    private FeatureReplay replay() {
        return FeatureReplay.of(inputs, StageOneCells.SCORE_AND_RANK, config.features(), config.watch());
    }

    /** Block by block, as all rows at once would need more memory than there is. */
    private static void fill(FeatureReplay replay, FeatureRequests requests, Scale scale, Blackhole sink) {
        for (int from = 0; from < requests.size(); from += ROWS_A_BLOCK) {
            int to = Math.min(requests.size(), from + ROWS_A_BLOCK);
            sink.consume(replay.fill(requests.slice(from, to), scale.workers(), Progress.SILENT));
        }
    }

    private static FeatureRequests requests(InteractionLog plays) {
        int rows = plays.size();
        return new FeatureRequests(
                IntStream.range(0, rows).map(plays::user).toArray(),
                IntStream.range(0, rows).map(plays::item).toArray(),
                IntStream.range(0, rows).map(plays::day).toArray(),
                IntStream.range(0, rows).mapToLong(plays::timestampMillis).toArray(),
                StageOneCells.unknown(StageOneCells.SCORE_AND_RANK, rows));
    }

    /** For user u the items u, u + stride, u + 2 stride and so on, modulo their number. */
    private FeatureRequests candidates() {
        int limit = Math.min(LIMIT, dataset.itemCount());
        int rows = dataset.userCount() * limit;
        int[] user = IntStream.range(0, rows).map(row -> row / limit).toArray();
        int[] item = IntStream.range(0, rows)
                .map(row -> (user[row] + row % limit * STRIDE) % dataset.itemCount())
                .toArray();
        return FeatureRequests.at(
                split.cutDay(),
                split.cutMillis(),
                user,
                item,
                StageOneCells.unknown(StageOneCells.SCORE_AND_RANK, rows));
    }
}
