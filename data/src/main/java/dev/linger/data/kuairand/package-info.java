/**
 * The file layout of KuaiRand, in each of its three versions.
 *
 * <p>In: a directory with {@code log_standard_*.csv}, {@code user_features_*.csv} and {@code video_features_basic_*.csv}, and
 * maybe {@code log_random_*.csv}. Out: {@link dev.linger.data.source.LoadedData}. {@link
 * dev.linger.data.kuairand.KuaiRandSource} begins.
 *
 * <p>Two things of what is published are never taken for what they are not. A video of the random log was shown at random,
 * which says nothing of what a recommender would have shown: those rows are left out unless they are asked for. And {@code
 * video_features_statistic} holds means over the whole month, the days after any cut included: it is not read. The daily
 * statistics are counted from the log instead, with the engagement flags of its rows.
 *
 * <p>Source: Gao et al., "KuaiRand: An Unbiased Sequential Recommendation Dataset with Randomly Exposed Videos", CIKM 2022.
 */
@NullMarked
package dev.linger.data.kuairand;

import org.jspecify.annotations.NullMarked;
