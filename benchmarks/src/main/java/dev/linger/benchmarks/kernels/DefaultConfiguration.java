package dev.linger.benchmarks.kernels;

import dev.linger.candidates.als.AlsConfig;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.ranker.blend.BlendConfig;
import dev.linger.ranker.lightgbm.LightGbmConfig;
import java.util.List;
import java.util.Optional;

/** The blocks of the default configuration, so that what is measured is what runs. */
public final class DefaultConfiguration {
    private DefaultConfiguration() {}

    public static LingerConfig get() {
        return LingerConfig.resolve(Optional.empty(), List.of()).value();
    }

    /** Its first factors, with some values changed. */
    static AlsConfig als(int factorCount, int iterations, AlsConfig.Solver solver) {
        AlsConfig given =
                (AlsConfig) get().candidates().sources().get(0).settings().get(0);
        return new AlsConfig(
                factorCount,
                given.weighting(),
                given.repeatRule(),
                given.halfLifeDays(),
                given.unobservedWeight(),
                given.regularization(),
                given.regularizationPower(),
                iterations,
                solver,
                given.conjugateGradientSteps());
    }

    /** Its first trees, which are of 63 leaves, so many of them. */
    public static LightGbmConfig trees(int count) {
        BlendConfig blend = (BlendConfig) get().ranker();
        return ((LightGbmConfig) blend.members().get(0).model()).withRounds(count);
    }
}
