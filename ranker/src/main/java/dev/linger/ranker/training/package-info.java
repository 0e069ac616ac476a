/**
 * From a {@link dev.linger.ranker.RankerConfig} to a trained {@link dev.linger.ranker.Ranker}.
 *
 * <p>In: a configuration, training rows, validation rows for every choice that is made by looking. Out: a ranker. Also
 * the blend of a ranker with stage one's order, whose weight is such a choice.
 */
@NullMarked
package dev.linger.ranker.training;

import org.jspecify.annotations.NullMarked;
