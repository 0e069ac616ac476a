/**
 * What the daily table counts: plays and other acts per video and day, of the log's users and of everybody else.
 *
 * <p>In: the plays of the log, as totals, and the planted model. Out: the rows of a video and day
 * ({@link dev.linger.simulation.daily.DailyPlan}) and their cells.
 */
@NullMarked
package dev.linger.simulation.daily;

import org.jspecify.annotations.NullMarked;
