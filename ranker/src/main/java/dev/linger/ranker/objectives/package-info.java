/**
 * One score of several objectives. In: rows with watch ratios. Out: a head for each objective, with chances that are calibrated, and
 * the weighted sum of what they predict. Calibration is that of Platt (Advances in Large Margin Classifiers, 1999).
 */
@NullMarked
package dev.linger.ranker.objectives;

import org.jspecify.annotations.NullMarked;
