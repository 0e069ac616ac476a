/**
 * Confidence-weighted matrix factorization by alternating least squares (ALS).
 *
 * <p>In: the training log. Out: an immutable {@link dev.linger.candidates.als.AlsModel} whose dot products rank items,
 * which folds in any watch history and answers for the next videos after one more play.
 *
 * <p>With p and c the preference and the confidence of an observed pair ({@link dev.linger.candidates.als.Weighting}),
 * x and y the factors of user and item, n the number of observed pairs of a row:
 *
 * <pre>
 * loss = sum over observed pairs of c (p - x.y)^2
 *      + unobservedWeight * sum over ALL pairs but the withheld of (x.y)^2
 *      + regularization * (sum over users of n^power |x|^2 + sum over items of n^power |y|^2)
 * </pre>
 *
 * <p>An observed pair is in both sums, so its total weight is c + unobservedWeight; other libraries write c for that
 * total. A withheld pair ({@link dev.linger.candidates.WithheldPairs}) was taken out of the log before it was cut: as
 * nothing is known of it, it is in neither sum. With one side fixed, each row of the other solves
 *
 * <pre>
 * (unobservedWeight * (Y'Y - sum over withheld pairs of y y') + sum c y y' + regularization * n^power * I) x = sum c p y
 * </pre>
 *
 * <p>Sources: Hu, Koren and Volinsky, "Collaborative Filtering for Implicit Feedback Datasets", ICDM 2008 (weights);
 * Rendle, Krichene, Zhang and Koren, "Revisiting the Performance of iALS on Item Recommendation Benchmarks", RecSys 2022
 * (this loss, its regularization power, the start); Tak&aacute;cs, Pil&aacute;szy and Tikk, "Applications of the Conjugate Gradient
 * Method for Implicit Feedback Collaborative Filtering", RecSys 2011 (the inexact solver).
 */
@NullMarked
package dev.linger.candidates.als;

import org.jspecify.annotations.NullMarked;
