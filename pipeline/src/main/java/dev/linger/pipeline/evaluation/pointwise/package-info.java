/**
 * Measures predictions of single plays, whoever was shown what.
 *
 * <p>In: for each test play the prediction and the watch ratio, in parallel arrays. Out: errors, the share of pairs in
 * the right order over all plays and within users, and calibration. n is up to a few millions, so nothing here is slower
 * than O(n log n) and nothing is sampled.
 *
 * <p>Source: Zhan et al., Deconfounding Duration Bias in Watch-time Prediction for Video Recommendation, KDD 2022
 * (XAUC); Zhou et al., Deep Interest Network for Click-Through Rate Prediction, KDD 2018 (AUC weighted by user).
 */
@NullMarked
package dev.linger.pipeline.evaluation.pointwise;

import org.jspecify.annotations.NullMarked;
