/**
 * How a user has watched, and how a video was watched, before the as-of day.
 *
 * <p>In: the plays, one by one in the order of time. Out: {@link dev.linger.features.history.WatchHistory}, put together
 * of {@link dev.linger.features.history.Statistics}. A mean of few plays says little, so each is shrunk to that of a
 * parent by {@link dev.linger.features.history.Shrinkage}: that of a user or an item to all plays, that of its last days
 * or last plays to its own.
 */
@NullMarked
package dev.linger.features.history;

import org.jspecify.annotations.NullMarked;
