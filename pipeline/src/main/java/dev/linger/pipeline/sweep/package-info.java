/**
 * Many configurations tried on the validation window, the best of them measured on the test part once. In: variants of a
 * configuration. Out: a table sorted by what the system is for.
 */
@NullMarked
package dev.linger.pipeline.sweep;

import org.jspecify.annotations.NullMarked;
