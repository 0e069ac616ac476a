package dev.linger.ranker.lightgbm;

/**
 * What a training gives.
 *
 * @param stopped has learned from the fit rows alone, so choices may be made on the validation rows by it
 * @param refitted as many trees grown again on the fit and the validation rows, where the configuration asks for it; else
 *     the same ranker. Nothing may be chosen on the validation rows by it
 */
public record TrainedTrees(LightGbmRanker stopped, LightGbmRanker refitted) {}
