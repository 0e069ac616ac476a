/**
 * The contract of ranking: what a ranker is, what it learns from, and what a configuration of one can do.
 *
 * <p>In: feature rows with watch ratios. Out: a {@link dev.linger.ranker.Ranker}, which gives each row of a list a score.
 * A {@link dev.linger.ranker.RankerConfig} trains one and reads it back; the kinds of ranker are in {@code lightgbm},
 * {@code linear} and {@code baseline}, {@code blend} mixes them, and {@code builtin} lists them.
 */
@NullMarked
package dev.linger.ranker;

import org.jspecify.annotations.NullMarked;
