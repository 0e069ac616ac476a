/**
 * Feature rows through time: what was known of a (user, item) on a day.
 *
 * <p>In: {@link dev.linger.features.FeatureRequests}, the rows asked for, each with its as-of day. Out:
 * {@link dev.linger.features.FeatureRows}, one value a column, NaN where nothing was known; many of them come block by
 * block from a {@link dev.linger.features.FeatureSource}. In between stands
 * {@link dev.linger.features.FeatureReplay}, which walks the log day by day and lets each
 * {@link dev.linger.features.FeatureGroup} fill the rows asked as of a day before it observes the plays of that day.
 * Training rows, test rows and candidates go through the same code, so nothing can look ahead, and what is learned from
 * is computed as what is ranked.
 *
 * <p>ReplayFactory go forward only, so a run makes several; what they can share stands in
 * {@link dev.linger.features.ReplayInputs}, and each counts by itself.
 *
 * <p>The groups stand in {@code profile}, which needs no play of the log, {@code history}, plays of a user or an item, and
 * {@code affinity}, plays of a user or of all with an author, tag, length or item.
 */
@NullMarked
package dev.linger.features;

import org.jspecify.annotations.NullMarked;
