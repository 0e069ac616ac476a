package dev.linger.ranker.lightgbm;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.ranker.TrainedColumns;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.TrainingTrace;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Trains boosted trees. The model is a function of the configuration, the rows and the seed: not of the threads.
 *
 * @param seed of the run
 * @param threads most threads of LightGBM; a setting of the process, so trainings should not run side by side
 * @param progress told of every tree
 */
public record LightGbmTrainer(Seed seed, int threads, Progress progress) {
    /**
     * The trained rankers. The rows are in native memory once, and a copy of them while the number of trees is looked
     * for; bins are those of the fit rows in both trainings.
     *
     * @param rows with validation rows where {@code earlyStoppingRounds} > 0
     */
    public TrainedTrees train(LightGbmConfig config, TrainingSets.Rows rows) {
        if (!rows.hasValidation() && config.earlyStoppingRounds() > 0) {
            throw new IllegalArgumentException("earlyStoppingRounds is " + config.earlyStoppingRounds()
                    + " but there are no validation rows to look at");
        }
        String parameters = prepare(config, rows);
        try (NativeDataset all = dataset(config, rows, parameters)) {
            LightGbmRanker stopped = rows.hasValidation() ? stopped(config, parameters, all, rows) : null;
            if (stopped != null && !config.refit()) {
                return new TrainedTrees(stopped, stopped);
            }
            setLabels(all, config, rows.all(), 0, rows.all().size());
            if (stopped == null) {
                LightGbmRanker ranker = grow(config, parameters, rows, all, null);
                return new TrainedTrees(ranker, ranker);
            }
            return new TrainedTrees(stopped, refitted(config, all, rows, stopped));
        }
    }

    /**
     * The trees of {@link TrainedTrees#refitted} alone, as many as {@code rounds} says; their trace is that of the training on all
     * rows.
     */
    LightGbmRanker trainOnAllRows(LightGbmConfig config, TrainingSets.Rows rows) {
        String parameters = prepare(config, rows);
        try (NativeDataset all = dataset(config, rows, parameters)) {
            setLabels(all, config, rows.all(), 0, rows.all().size());
            return grow(config.withRounds(config.rounds()), parameters, rows, all, null);
        }
    }

    /** LightGBM's parameters, once it is loaded; the number of its threads is none of them, so that it is in no model's text. */
    private String prepare(LightGbmConfig config, TrainingSets.Rows rows) {
        NativeLightGbm.load();
        NativeLightGbm.useThreads(threads);
        return LightGbmParameters.of(config, rows.all().rows().columns(), seed);
    }

    private NativeDataset dataset(LightGbmConfig config, TrainingSets.Rows rows, String parameters) {
        NativeDataset.Bins bins = new NativeDataset.Bins(
                LightGbmParameters.binRows(config), seed.stream("rows for bins"), config.maxLevels());
        NativeDataset all = NativeDataset.of(rows.all().rows(), rows.fitRows(), bins, parameters, threads);
        NativeLightGbm.useThreads(threads);
        return all;
    }

    private static void setLabels(NativeDataset dataset, LightGbmConfig config, TrainingSet all, int from, int to) {
        dataset.setLabels(Labels.of(config, Arrays.copyOfRange(all.label(), from, to)), all.groupSizes(from, to));
    }

    private LightGbmRanker stopped(
            LightGbmConfig config, String parameters, NativeDataset all, TrainingSets.Rows rows) {
        int size = rows.all().size();
        try (NativeDataset fit = all.range(0, rows.fitRows(), parameters);
                NativeDataset validation = all.range(rows.fitRows(), size, parameters)) {
            setLabels(fit, config, rows.all(), 0, rows.fitRows());
            setLabels(validation, config, rows.all(), rows.fitRows(), size);
            return grow(config, parameters, rows, fit, validation);
        }
    }

    private LightGbmRanker refitted(
            LightGbmConfig config, NativeDataset all, TrainingSets.Rows rows, LightGbmRanker stopped) {
        LightGbmConfig fixed = config.withRounds(stopped.treeCount());
        String parameters = LightGbmParameters.of(fixed, rows.all().rows().columns(), seed);
        LightGbmRanker refitted = grow(fixed, parameters, rows, all, null);
        return refitted.withTrace(stopped.trace().orElseThrow());
    }

    private LightGbmRanker grow(
            LightGbmConfig config,
            String parameters,
            TrainingSets.Rows rows,
            NativeDataset train,
            @Nullable NativeDataset validation) {
        try (NativeBooster booster = NativeBooster.of(train, parameters)) {
            if (validation != null) {
                booster.addValidation(validation);
            }
            TreeSpeed speed = new TreeSpeed(
                    validation == null ? rows.all().size() : rows.fitRows(),
                    rows.all().rows().columns().size(),
                    Math.min(threads, Runtime.getRuntime().availableProcessors()));
            BoostingRounds boosting =
                    new BoostingRounds(config, booster, validation != null, threads, speed.perSecond(config));
            TrainingTrace trace = boosting.run(progress);
            TrainedColumns columns = new TrainedColumns(rows.all().rows().columns());
            return LightGbmRanker.trained(booster.text(boosting.keptTrees()), columns, trace);
        }
    }
}
