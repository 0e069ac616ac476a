package dev.linger.ranker.training;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.ranker.BlendConfig;
import dev.linger.ranker.ConstantConfig;
import dev.linger.ranker.LightGbmConfig;
import dev.linger.ranker.LinearConfig;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.StageOneConfig;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.baseline.ConstantRanker;
import dev.linger.ranker.baseline.StageOneRanker;
import dev.linger.ranker.lightgbm.LightGbmRanker;
import dev.linger.ranker.lightgbm.LightGbmTrainer;
import dev.linger.ranker.linear.LinearTrainer;
import org.jspecify.annotations.Nullable;

/**
 * Trains whatever ranker a configuration asks for.
 *
 * @param seed of the run; each trainer derives its own
 * @param threads how many threads may be used, at least 1; the ranker does not depend on it
 * @param progress told of long steps
 * @param quality by which a blend chooses its weight
 */
public record RankerTrainer(Seed seed, int threads, Progress progress, BlendQuality quality) {
    public RankerTrainer {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be >= 1 but was " + threads);
        }
    }

    /**
     * The trained ranker.
     *
     * @param train what to learn from
     * @param validation later rows with the same columns, by which choices are made and which are learned from only after
     *     them; may be absent where nothing is stopped early
     */
    public Ranker train(RankerConfig config, TrainingSet train, @Nullable TrainingSet validation) {
        Ranker fitted = fit(config, train, validation);
        return validation == null ? fitted : refit(config, fitted, train, validation);
    }

    private Ranker fit(RankerConfig config, TrainingSet train, @Nullable TrainingSet validation) {
        if (config instanceof LightGbmConfig lightGbm) {
            return new LightGbmTrainer(seed, threads, progress).train(lightGbm, train, validation);
        }
        if (config instanceof LinearConfig linear) {
            return new LinearTrainer(threads).train(linear, train);
        }
        if (config instanceof StageOneConfig) {
            return new StageOneRanker();
        }
        if (config instanceof ConstantConfig constant) {
            return ConstantRanker.fit(constant, train);
        }
        if (config instanceof BlendConfig blend) {
            return BlendTrainer.choose(fit(blend.base(), train, validation), blend.weights(), quality);
        }
        throw new IllegalArgumentException("no trainer for " + config);
    }

    /** All choices are made: what can learn from the validation rows too does so. */
    private Ranker refit(RankerConfig config, Ranker fitted, TrainingSet train, TrainingSet validation) {
        if (config instanceof LightGbmConfig lightGbm && fitted instanceof LightGbmRanker stopped) {
            return new LightGbmTrainer(seed, threads, progress).refit(lightGbm, stopped, train, validation);
        }
        if (config instanceof BlendConfig blend && fitted instanceof BlendRanker chosen) {
            return chosen.withBase(refit(blend.base(), chosen.base(), train, validation));
        }
        return fitted;
    }
}
