package dev.linger.pipeline.cli;

import dev.linger.pipeline.randomrows.RandomRows;
import dev.linger.pipeline.randomrows.RandomRowsRequest;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "random-rows",
        sortOptions = false,
        description =
                "Measures rankers on rows that are split at random, as some projects publish their figures: rows of"
                        + " the same days are learned from and predicted, so it is for comparison with those and nothing else.")
final class RandomRowsCommand implements Runnable {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Variant whose ranker predicts single plays, as in run. Repeatable (default:"
                    + " ranker-lightgbm-l1 and ranker-neural).")
    private List<String> configs = List.of("ranker-lightgbm-l1", "ranker-neural");

    @Option(names = "--rows", paramLabel = "N", description = "Most rows that are drawn (default: ${DEFAULT-VALUE}).")
    private int rows = 2_000_000;

    @Option(
            names = "--test-share",
            paramLabel = "SHARE",
            description = "Share of them that is predicted (default: ${DEFAULT-VALUE}).")
    private double testShare = 0.2;

    @Option(
            names = "--threshold",
            paramLabel = "RATIO",
            description = "A play of this watch ratio or more is relevant (default: ${DEFAULT-VALUE}).")
    private double threshold = 0.8;

    @Option(names = "--k", paramLabel = "K", description = "How many of a list count (default: ${DEFAULT-VALUE}).")
    private int k = 25;

    @Mixin
    private RunOptions options = new RunOptions();

    @Override
    public void run() {
        RandomRowsRequest asked = new RandomRowsRequest(configs, rows, testShare, threshold, k);
        RandomRows.run(options.request(configs.get(0), options.isQuiet(), false), asked);
    }
}
