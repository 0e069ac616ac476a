/**
 * The list of Linger's own rankers, above all of them. In: nothing. Out: the records that a configuration chooses by type.
 */
@NullMarked
package dev.linger.ranker.builtin;

import org.jspecify.annotations.NullMarked;
