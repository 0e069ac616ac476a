/**
 * Networks that learn from the log, as sources of candidates.
 *
 * <p>In: the plays before an instant. Out: {@link dev.linger.neural.Histories}, the form in which all networks of this module
 * read them.
 */
@NullMarked
package dev.linger.neural;

import org.jspecify.annotations.NullMarked;
