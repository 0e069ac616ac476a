package dev.linger.ranker.lightgbm;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.ranker.LightGbmConfig;
import dev.linger.ranker.TrainingSet;
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
     * The trained ranker; it has learned from the training rows alone.
     *
     * @param validation later rows with the same columns, which must be there where {@code earlyStoppingRounds} > 0
     */
    public LightGbmRanker train(LightGbmConfig config, TrainingSet train, @Nullable TrainingSet validation) {
        requireValidation(config, train, validation);
        NativeLightGbm.load();
        // num_threads would do the same, but stand in the model's text.
        NativeLightGbm.useThreads(threads);
        return validation == null ? grow(config, train) : grow(config, train, validation);
    }

    /**
     * As many trees as a training kept, grown anew on the training and the validation rows; that ranker itself where the
     * configuration asks for no refit. Nothing may be chosen on the validation rows afterwards.
     */
    public LightGbmRanker refit(
            LightGbmConfig config, LightGbmRanker stopped, TrainingSet train, TrainingSet validation) {
        if (!config.refit()) {
            return stopped;
        }
        NativeLightGbm.useThreads(threads);
        LightGbmRanker refitted = grow(config.withRounds(stopped.treeCount()), train.and(validation));
        return LightGbmRanker.read("the model just trained", refitted.text(), stopped.log());
    }

    private LightGbmRanker grow(LightGbmConfig config, TrainingSet train) {
        String parameters = LightGbmParameters.of(config, train.rows().columns(), seed);
        try (NativeDataset trainRows = rows(config, train, parameters, null)) {
            return grow(config, parameters, trainRows, null);
        }
    }

    private LightGbmRanker grow(LightGbmConfig config, TrainingSet train, TrainingSet validation) {
        String parameters = LightGbmParameters.of(config, train.rows().columns(), seed);
        try (NativeDataset trainRows = rows(config, train, parameters, null);
                NativeDataset validationRows = rows(config, validation, parameters, trainRows)) {
            return grow(config, parameters, trainRows, validationRows);
        }
    }

    private static NativeDataset rows(
            LightGbmConfig config, TrainingSet set, String parameters, @Nullable NativeDataset reference) {
        return NativeDataset.of(set, Labels.of(config, set.label()), config.maxLevels(), parameters, reference);
    }

    private static void requireValidation(LightGbmConfig config, TrainingSet train, @Nullable TrainingSet validation) {
        if (validation == null && config.earlyStoppingRounds() > 0) {
            throw new IllegalArgumentException("earlyStoppingRounds is " + config.earlyStoppingRounds()
                    + " but there are no validation rows to look at");
        }
        if (validation != null
                && !validation.rows().columns().equals(train.rows().columns())) {
            throw new IllegalArgumentException("validation rows have other columns than training rows: "
                    + validation.rows().columns() + ", not " + train.rows().columns());
        }
    }

    private LightGbmRanker grow(
            LightGbmConfig config, String parameters, NativeDataset train, @Nullable NativeDataset validation) {
        try (NativeBooster booster = NativeBooster.of(train, parameters)) {
            if (validation != null) {
                booster.addValidation(validation);
            }
            BoostingRounds rounds = new BoostingRounds(config, booster, validation != null, threads);
            TrainingLog log = rounds.run(progress);
            return LightGbmRanker.read("the model just trained", booster.text(rounds.keptTrees()), log);
        }
    }
}
