/**
 * Training with LightGBM's native library, and the ranker that comes of it.
 *
 * <p>In: a {@link dev.linger.ranker.lightgbm.LightGbmConfig} and training sets. Out: a
 * {@link dev.linger.ranker.lightgbm.LightGbmRanker}, which scores in Java: native code only trains. Every native return
 * code is looked at, and every native object has one owner that frees it.
 *
 * <p>Source: Ke et al., LightGBM: A Highly Efficient Gradient Boosting Decision Tree, NIPS 2017; the C API of LightGBM
 * 4.3 through the JNI functions of lightgbm4j, whose own wrapper lacks early stopping, returns wrong lengths from fixed
 * buffers, and would end the process on damaged model text.
 */
@NullMarked
package dev.linger.ranker.lightgbm;

import org.jspecify.annotations.NullMarked;
