/**
 * The list of what networks there are for a configuration to choose.
 *
 * <p>In: nothing. Out: {@link dev.linger.neural.builtin.NeuralTypes}, which a configuration finds on the class path as it finds
 * those of any jar.
 */
@NullMarked
package dev.linger.neural.builtin;

import org.jspecify.annotations.NullMarked;
