/**
 * Stage two's contract: what a ranker is, what it learns from, and how each kind of ranker is configured.
 *
 * <p>In: feature rows with watch ratios. Out: a {@link dev.linger.ranker.Ranker}, which gives each row of a list a
 * score. {@code dev.linger.ranker.training} turns a {@link dev.linger.ranker.RankerConfig} into a ranker; the kinds of
 * ranker stand in {@code lightgbm}, {@code linear} and {@code baseline}.
 */
@NullMarked
package dev.linger.ranker;

import org.jspecify.annotations.NullMarked;
