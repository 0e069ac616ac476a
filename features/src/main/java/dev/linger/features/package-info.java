/**
 * What was known of a (user, item) on a day: the parts that feature rows are made of.
 *
 * <p>In: {@link dev.linger.features.FeatureRequests}, the rows asked for, each with its as-of day and instant. Out:
 * {@link dev.linger.features.FeatureRows}, one value a column, NaN where nothing was known; many of them come block by
 * block from a {@link dev.linger.features.FeatureSource}. A {@link dev.linger.features.FeatureGroup} observes
 * {@link dev.linger.features.ObservedPlays} and fills some columns; it is made by a
 * {@link dev.linger.features.FeatureGroupConfig} from a {@link dev.linger.features.GroupContext}.
 *
 * <p>The groups are in {@code profile}, which needs no play of the log, {@code history}, plays of a user or an item, and
 * {@code affinity}, plays of a user or of all with an author, tag, length or item. {@code replay} puts them together.
 */
@NullMarked
package dev.linger.features;

import org.jspecify.annotations.NullMarked;
