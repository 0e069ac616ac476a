/**
 * Item-to-item weights in closed form: EASE, a linear autoencoder whose diagonal is zero.
 *
 * <p>In: the training log. Out: an immutable {@link dev.linger.candidates.ease.Ease} that scores items for every user of
 * the log.
 *
 * <p>With X the matrix of users and items, 1 where the user liked the item and 0 elsewhere:
 *
 * <pre>
 * loss(B) = |X - X B|^2 + regularization * |B|^2,  diag(B) = 0
 * P = (X'X + regularization I)^-1
 * B_ij = -P_ij / P_jj for i != j,  B_jj = 0
 * score(user, j) = sum over liked items i of B_ij
 * </pre>
 *
 * <p>A user from whom the pair with item j was withheld ({@link dev.linger.candidates.WithheldPairs}) is left out of the
 * loss of column j, so P is that of the other users.
 *
 * <p>Weights may be negative, and no weight is spent on what another item explains already: that is what sets it apart
 * from neighbors by cosine. Both time and memory grow with items: O(m^3) and 12 m^2 bytes while training m items, 4 m^2
 * bytes for the model.
 *
 * <p>Source: Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019.
 */
@NullMarked
package dev.linger.candidates.ease;

import org.jspecify.annotations.NullMarked;
