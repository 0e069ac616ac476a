/**
 * Whether creators upload again, and what a video that is watched to its end does to that. In: the plays and uploads before a day.
 * Out: a chance, and its uplift. Logistic regression with a ridge penalty, by Newton's method (Hastie, Tibshirani and Friedman,
 * The Elements of Statistical Learning, 2nd edition, section 4.4).
 */
@NullMarked
package dev.linger.recommender.creators;

import org.jspecify.annotations.NullMarked;
