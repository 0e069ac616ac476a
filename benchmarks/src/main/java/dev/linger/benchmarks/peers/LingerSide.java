package dev.linger.benchmarks.peers;

import dev.linger.benchmarks.kernels.DefaultConfiguration;
import dev.linger.benchmarks.kernels.RetrievalBenchmark;
import dev.linger.benchmarks.kernels.Rows;
import dev.linger.benchmarks.kernels.Scale;
import dev.linger.candidates.als.AlsConfig;
import dev.linger.candidates.als.AlsModel;
import dev.linger.candidates.als.AlsTrainer;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.data.Seed;
import dev.linger.data.source.DataReport.InputFile;
import dev.linger.data.source.LoadedData;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.lightgbm.LightGbmRanker;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The process that does Linger's part of a work, and before it writes the data for the peers; {@link Peers} starts it. */
public final class LingerSide {
    /** The pairs and the matrices of a scale, in the current folder. */
    static final String PAIRS = "pairs";

    static final String ROWS = "rows";

    private static final int ROWS_SCORED = 20_000;

    private LingerSide() {}

    public static void main(String[] args) {
        Scale scale = new Scale();
        scale.scale = Double.parseDouble(args[1]);
        scale.start();
        try {
            switch (args[0]) {
                case PAIRS -> PeerData.writePairs(scale, Path.of(""));
                case ROWS -> PeerData.writeRows(scale, Path.of(""));
                case "load" -> load(Path.of(args[2]));
                case "als" ->
                    als(
                            scale,
                            Integer.parseInt(args[2]),
                            args[3],
                            Integer.parseInt(args[4]),
                            Integer.parseInt(args[5]));
                case "top" ->
                    top(scale, Integer.parseInt(args[2]), Integer.parseInt(args[3]), Integer.parseInt(args[4]));
                case "trees" -> trees(scale, Integer.parseInt(args[2]));
                default -> throw new IllegalArgumentException("no work is called " + args[0]);
            }
        } finally {
            scale.stop();
        }
    }

    private static void load(Path folder) {
        LingerConfig config = DefaultConfiguration.get();
        LoadedData loaded = config.data().read(folder, config.watch(), Progress.SILENT);
        Section.fact(
                "rows",
                Stream.of("big_matrix", "small_matrix", "item_daily")
                        .map(name -> rowsRead(loaded, name))
                        .collect(Collectors.joining(" + ")));
    }

    private static String rowsRead(LoadedData loaded, String name) {
        return loaded.report().files().stream()
                .filter(file -> file.name().startsWith(name))
                .map(InputFile::rowsRead)
                .map(rows -> String.format(Locale.ROOT, "%,d", rows))
                .findFirst()
                .orElse("0");
    }

    private static void als(Scale scale, int factors, String solver, int warmUp, int counted) {
        InteractionLog log = PeerData.pairs(scale);
        AlsConfig config = PeerData.als(factors, solver, warmUp + counted);
        AlsModel model = AlsTrainer.train(
                log,
                scale.users(),
                scale.items(),
                config,
                new Seed(1),
                scale.workers(),
                (task, unit, total) -> unit.equals("iterations")
                        ? new TimedIterations(warmUp)
                        : Progress.SILENT.start(task, unit, total));
        double[] loss = model.lossTrace();
        Section.fact(PAIRS, String.format(Locale.ROOT, "%,d", log.size()));
        Section.fact("loss", String.format(Locale.ROOT, "%.3e", loss[loss.length - 1]));
    }

    private static void top(Scale scale, int factors, int warmUp, int counted) {
        RetrievalBenchmark retrieval = new RetrievalBenchmark();
        retrieval.factorCount = factors;
        retrieval.fit(scale);
        List<RankedList> lists = List.of();
        for (int repeat = 0; repeat < warmUp + counted; repeat++) {
            Section section = Section.begin();
            lists = retrieval.plain(scale, new Rows());
            if (repeat >= warmUp) {
                section.print();
            }
        }
        int longest = lists.stream().mapToInt(RankedList::size).max().orElse(0);
        Section.fact("lists", String.format(Locale.ROOT, "%,d of %d", lists.size(), longest));
    }

    private static void trees(Scale scale, int rounds) {
        TrainingSet rows = PeerData.rows(scale);
        TrainingContext context = new TrainingContext(new Seed(1), scale.threads(), Progress.SILENT, List.of());
        Section section = Section.begin();
        LightGbmRanker ranker = (LightGbmRanker) DefaultConfiguration.trees(rounds)
                .train(context, TrainingSets.ofPlays(rows, null))
                .refitted();
        section.print();
        double[] leaves = ranker.text()
                .lines()
                .filter(line -> line.startsWith("num_leaves="))
                .mapToDouble(line -> Double.parseDouble(line.substring("num_leaves=".length())))
                .toArray();
        Section.fact(ROWS, String.format(Locale.ROOT, "%,d x %d", rows.size(), PeerData.COLUMNS.size()));
        Section.fact(
                "trees",
                String.format(
                        Locale.ROOT,
                        "%d of %.1f leaves",
                        leaves.length,
                        Arrays.stream(leaves).average().orElse(0)));
        Section.fact(
                "mean absolute error", String.format(Locale.ROOT, "%.4f", PeerData.error(ranker, rows, ROWS_SCORED)));
    }

    /** Prints a section for each iteration but the first ones. */
    private static final class TimedIterations implements Progress.Task {
        private final int warmUp;
        private int done;
        private Section section = Section.begin();

        TimedIterations(int warmUp) {
            this.warmUp = warmUp;
        }

        @Override
        public void advance(long amount) {
            if (++done > warmUp) {
                section.print();
            }
            section = Section.begin();
        }

        @Override
        public void close() {}
    }
}
