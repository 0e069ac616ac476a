/**
 * What is drawn by a given shape. In: random numbers. Out: {@link dev.linger.simulation.draw.QuantileCurve} (values of a given
 * distribution) and {@link dev.linger.simulation.draw.Selection} (which of a row of things are chosen).
 */
@NullMarked
package dev.linger.simulation.draw;

import org.jspecify.annotations.NullMarked;
