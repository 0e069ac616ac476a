/**
 * A model of the order in which users watch: attention over their last plays gives the vector that videos are compared with.
 *
 * <p>In: {@link dev.linger.candidates.FitContext}. Out: the source {@link dev.linger.neural.sequence.SequenceConfig}.
 *
 * <p>Source: Kang and McAuley, Self-Attentive Sequential Recommendation, ICDM 2018.
 */
@NullMarked
package dev.linger.neural.sequence;

import org.jspecify.annotations.NullMarked;
