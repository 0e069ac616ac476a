package dev.linger.ranker;

import java.util.Set;

/** Which ranker to train and how: one block of the configuration. */
public sealed interface RankerConfig permits LightGbmConfig, LinearConfig, StageOneConfig, ConstantConfig, BlendConfig {
    /** The rows it learns from. */
    default Set<TrainingSetKind> trainingSets() {
        return Set.of(TrainingSetKind.PLAYS);
    }
}
