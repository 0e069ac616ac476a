/**
 * Logs that are read in parts, by many machines.
 *
 * <p>In: a layout whose rules look at a row and at its copies alone ({@link dev.linger.data.parts.PartedSource}), the indices
 * of its ids, a part of the log's file. Out: the plays of the part and what the rules found there ({@link
 * dev.linger.data.parts.PartReader}); whoever has the machines brings the plays together ({@link
 * dev.linger.data.parts.LogInParts}).
 */
@NullMarked
package dev.linger.data.parts;

import org.jspecify.annotations.NullMarked;
