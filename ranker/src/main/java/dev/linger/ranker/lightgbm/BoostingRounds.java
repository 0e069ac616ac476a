package dev.linger.ranker.lightgbm;

import dev.linger.data.Progress;
import dev.linger.ranker.TrainingTrace;
import dev.linger.ranker.trees.Objective;
import java.util.ArrayList;
import java.util.List;

/**
 * The rounds of one training: a tree a round, until there are enough, or no split is left, or the metric on the
 * validation rows has not become better for long enough. LightGBM's own early stopping is not part of its C API.
 */
final class BoostingRounds {
    private static final int LOG_EVERY = 10;

    private final LightGbmConfig config;
    private final Objective objective;
    private final NativeBooster booster;
    private final boolean validated;
    private final int threads;
    private final double usualRate;
    private final List<TrainingTrace.Line> lines = new ArrayList<>();
    private int bestRound;
    private double bestMetric = Double.NaN;
    private double validationMetric = Double.NaN;
    private int lastRound;

    /** @param usualRate trees a second where nothing else runs */
    BoostingRounds(LightGbmConfig config, NativeBooster booster, boolean validated, int threads, double usualRate) {
        this.config = config;
        this.objective = Objective.named(config.objective());
        this.booster = booster;
        this.validated = validated;
        this.threads = threads;
        this.usualRate = usualRate;
    }

    TrainingTrace run(Progress progress) {
        try (Progress.Task task = progress.start("train " + config.objective(), "trees", config.rounds())) {
            task.usually(usualRate);
            boolean grew = true;
            while (grew && lastRound < config.rounds() && !isStoppedEarly()) {
                grew = booster.addTree();
                if (grew) {
                    lastRound++;
                    measure();
                    if (config.earlyStoppingRounds() > 0) {
                        task.mayEndAt(Math.min(config.rounds(), bestRound + config.earlyStoppingRounds()));
                    }
                    task.advance(1);
                }
            }
        }
        if (lastRound % LOG_EVERY != 0) {
            addLine();
        }
        int best = validated ? bestRound : lastRound;
        return new TrainingTrace(objective.metric(), objective.higherIsBetter(), best, bestMetric, lines);
    }

    /** How many trees to keep. A training that finds no first split leaves one tree of one leaf. */
    int keptTrees() {
        return Math.max(1, config.earlyStoppingRounds() > 0 ? bestRound : lastRound);
    }

    private boolean isStoppedEarly() {
        return config.earlyStoppingRounds() > 0 && lastRound - bestRound >= config.earlyStoppingRounds();
    }

    private void measure() {
        if (validated) {
            validationMetric = metric(NativeBooster.VALIDATION);
            if (isBetter(validationMetric)) {
                bestRound = lastRound;
                bestMetric = validationMetric;
            }
        }
        if (lastRound % LOG_EVERY == 0) {
            addLine();
        }
    }

    /** A metric is a sum over rows, whose last bits depend on the number of threads: one thread adds them up. */
    private double metric(int set) {
        NativeLightGbm.useThreads(1);
        try {
            return booster.metric(set);
        } finally {
            NativeLightGbm.useThreads(threads);
        }
    }

    private boolean isBetter(double metric) {
        if (Double.isNaN(metric)) {
            throw new IllegalStateException("metric " + objective.metric() + " is NaN on the validation rows");
        }
        return Double.isNaN(bestMetric) || (objective.higherIsBetter() ? metric > bestMetric : metric < bestMetric);
    }

    private void addLine() {
        lines.add(new TrainingTrace.Line(lastRound, metric(NativeBooster.TRAINING), validationMetric));
    }
}
