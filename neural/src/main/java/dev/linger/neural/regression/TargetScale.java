package dev.linger.neural.regression;

/** In what form a network predicts watch ratios. All can be turned back, so what a ranker predicts are ratios. */
public enum TargetScale {
    /** As they are, up to a constant and a factor: the same as ratios scaled to 0..1. */
    RATIO,
    /** {@code log(1 + ratio)}. */
    LOG,
    /** Their place among quantiles of the ratios of all rows. */
    QUANTILE
}
