/**
 * Two-tower retrieval: a network for users and one for videos, trained so that users are near what they like.
 *
 * <p>In: {@link dev.linger.candidates.FitContext}. Out: the source {@link dev.linger.neural.tower.TwoTowerConfig}.
 *
 * <p>Sources: Covington, Adams and Sargin, Deep Neural Networks for YouTube Recommendations, RecSys 2016 (averaged histories);
 * Yi et al., RecSys 2019 (the towers and their loss).
 */
@NullMarked
package dev.linger.neural.tower;

import org.jspecify.annotations.NullMarked;
