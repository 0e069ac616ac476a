/**
 * Cuts a log by time.
 *
 * <p>In: an {@link dev.linger.data.InteractionLog} and a {@link dev.linger.data.split.SplitConfig}. Out: a
 * {@link dev.linger.data.split.TimeSplit}: history, fit window, validation and test as views on the log, one after the
 * other in time.
 */
@NullMarked
package dev.linger.data.split;

import org.jspecify.annotations.NullMarked;
