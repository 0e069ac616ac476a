/**
 * HTTP over a recommender. In: a model's folder and requests. Out: lists that know the plays received before them.
 */
@NullMarked
package dev.linger.serving;

import org.jspecify.annotations.NullMarked;
