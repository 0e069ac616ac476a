/**
 * Plays that outlive the process. In: plays as clients report them. Out: what became of each, and all of them again, in order.
 */
@NullMarked
package dev.linger.serving.store;

import org.jspecify.annotations.NullMarked;
