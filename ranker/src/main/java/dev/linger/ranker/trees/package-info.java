/**
 * Trained trees without native code: reading them from LightGBM's text, scoring rows, explaining by importance and by the
 * contributions of columns.
 *
 * <p>In: a model as LightGBM 4 saves it (text, {@code version=v4}). Out: a {@link dev.linger.ranker.trees.TreeModel}.
 * Every field that scoring uses is checked, because LightGBM's own loader ends the process on damaged text.
 *
 * <p>Source: LightGBM 4.3, {@code src/io/tree.cpp} and {@code include/LightGBM/tree.h} for the format and the rules of a
 * split.
 */
@NullMarked
package dev.linger.ranker.trees;

import org.jspecify.annotations.NullMarked;
