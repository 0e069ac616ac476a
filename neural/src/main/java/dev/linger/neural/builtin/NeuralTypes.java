package dev.linger.neural.builtin;

import dev.linger.candidates.SourceConfig;
import dev.linger.data.config.ConfigTypes;
import dev.linger.neural.regression.MultiTaskConfig;
import dev.linger.neural.regression.NeuralConfig;
import dev.linger.neural.sequence.SequenceConfig;
import dev.linger.neural.tower.TwoTowerConfig;
import dev.linger.ranker.RankerConfig;

/** What this module adds to a configuration. */
public final class NeuralTypes implements ConfigTypes {
    @Override
    public void addTo(Registration registration) {
        registration.add(SourceConfig.class, "two-tower", TwoTowerConfig.class);
        registration.add(SourceConfig.class, "sequence", SequenceConfig.class);
        registration.add(RankerConfig.class, "neural", NeuralConfig.class);
        registration.add(RankerConfig.class, "multi-task", MultiTaskConfig.class);
    }
}
