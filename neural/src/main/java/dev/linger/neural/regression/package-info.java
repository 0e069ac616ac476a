/**
 * A network over feature rows, as a ranker: it predicts watch ratios, or whether a video will be liked.
 *
 * <p>In: {@link dev.linger.ranker.TrainingSets}. Out: the ranker {@link dev.linger.neural.regression.NeuralConfig}.
 *
 * <p>Sources: Covington, Adams and Sargin, Deep Neural Networks for YouTube Recommendations, RecSys 2016 (embeddings of users,
 * videos and categories beside numbers, dense layers above); Gorishniy, Rubachev and Babenko, On Embeddings for Numerical
 * Features in Tabular Deep Learning, NeurIPS 2022, section 3.2 (numbers as places among their quantiles); Lakshminarayanan,
 * Pritzel and Blundell, NIPS 2017 (averages of networks from other start values).
 */
@NullMarked
package dev.linger.neural.regression;

import org.jspecify.annotations.NullMarked;
