/**
 * Recommenders in a world that answers. In: configurations, and the planted world. Out: what users watched, found and left, and
 * what became of creators, under each of them.
 */
@NullMarked
package dev.linger.pipeline.simulate;

import org.jspecify.annotations.NullMarked;
