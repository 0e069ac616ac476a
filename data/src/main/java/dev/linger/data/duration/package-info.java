/**
 * What a watch ratio is worth among videos of about the same length: people watch a few seconds whatever the length, so
 * the ratio by itself mostly measures shortness.
 *
 * <p>In: the plays before some instant. Out: {@link dev.linger.data.duration.DurationBuckets} and, within them, the
 * {@link dev.linger.data.duration.WatchQuantiles} of a ratio.
 *
 * <p>Source: Zhan et al., Deconfounding Duration Bias in Watch-time Prediction for Video Recommendation, KDD 2022.
 */
@NullMarked
package dev.linger.data.duration;

import org.jspecify.annotations.NullMarked;
