/**
 * What networks are made of: dense layers, embeddings, Adam, and a loss over the items of a batch, with gradients written by
 * hand.
 *
 * <p>In: inputs of examples as sums of embeddings and numbers ({@link dev.linger.neural.net.Inputs}). Out: a trained {@link
 * dev.linger.neural.net.Network}. Single precision; every product is made of fused multiply-adds in one order, every batch is
 * cut into parts of fixed size whose gradients are added in order, so that neither vector instructions nor the number of
 * threads change a bit of the result.
 *
 * <p>Sources: Kingma and Ba, Adam, ICLR 2015; Glorot and Bengio, AISTATS 2010; Srivastava et al., Dropout, JMLR 2014; Yi et
 * al., Sampling-Bias-Corrected Neural Modeling for Large Corpus Item Recommendations, RecSys 2019.
 */
@NullMarked
package dev.linger.neural.net;

import org.jspecify.annotations.NullMarked;
