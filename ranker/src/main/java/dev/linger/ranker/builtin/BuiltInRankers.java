package dev.linger.ranker.builtin;

import dev.linger.data.config.ConfigTypes;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.baseline.ConstantConfig;
import dev.linger.ranker.baseline.StageOneConfig;
import dev.linger.ranker.blend.BlendConfig;
import dev.linger.ranker.lightgbm.LightGbmConfig;
import dev.linger.ranker.linear.LinearConfig;
import dev.linger.ranker.mean.MeanConfig;
import dev.linger.ranker.objectives.ObjectivesConfig;

/** Linger's own rankers. */
public final class BuiltInRankers implements ConfigTypes {
    @Override
    public void addTo(Registration registration) {
        registration.add(RankerConfig.class, "lightgbm", LightGbmConfig.class);
        registration.add(RankerConfig.class, "linear", LinearConfig.class);
        registration.add(RankerConfig.class, "stage-one", StageOneConfig.class);
        registration.add(RankerConfig.class, "constant", ConstantConfig.class);
        registration.add(RankerConfig.class, "blend", BlendConfig.class);
        registration.add(RankerConfig.class, "mean", MeanConfig.class);
        registration.add(RankerConfig.class, "objectives", ObjectivesConfig.class);
    }
}
