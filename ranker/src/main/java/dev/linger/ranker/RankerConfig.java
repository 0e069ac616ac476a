package dev.linger.ranker;

/** Which ranker to train and how: one block of the configuration. */
public sealed interface RankerConfig
        permits LightGbmConfig, LinearConfig, StageOneConfig, ConstantConfig, BlendConfig {}
