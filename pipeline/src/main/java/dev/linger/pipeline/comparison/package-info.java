/**
 * Puts finished runs side by side.
 *
 * <p>In: folders of runs. Out: one table with a row a run, and one of paired differences of the first run's order against
 * those of the others, user by user. {@link dev.linger.pipeline.comparison.RunComparison} is the way in; {@link
 * dev.linger.pipeline.comparison.CutsComparison} is for one configuration at several cuts and seeds, {@link
 * dev.linger.pipeline.comparison.VariantsComparison} for several.
 *
 * <p>Runs are compared where they were measured alike: the same files, cleaned alike, cut at the same instant, with the
 * same relevance rules and the same users counted. Whatever else differs is what the comparison is about.
 */
@NullMarked
package dev.linger.pipeline.comparison;

import org.jspecify.annotations.NullMarked;
