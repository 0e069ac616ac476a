/**
 * Random draws that are the same on every machine.
 *
 * <p>In: a source of random longs. Out: {@link dev.linger.simulation.draw.Draws} (numbers, counts, choices),
 * {@link dev.linger.simulation.draw.QuantileCurve} (values of a given distribution) and
 * {@link dev.linger.simulation.draw.Selection} (which of a row of things are chosen).
 */
@NullMarked
package dev.linger.simulation.draw;

import org.jspecify.annotations.NullMarked;
