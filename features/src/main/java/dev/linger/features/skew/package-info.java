/**
 * How far the columns of rows have moved from those of the rows that were learned from. In: feature rows. Out: what each
 * column's values were like, which lies in the folder of a model, and a {@link
 * dev.linger.features.skew.PopulationStability} of other rows against it.
 */
@NullMarked
package dev.linger.features.skew;

import org.jspecify.annotations.NullMarked;
