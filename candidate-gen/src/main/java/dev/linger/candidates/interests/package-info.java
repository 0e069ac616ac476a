/**
 * Several interests of a user, each of which looks for videos by itself: somebody who likes football and cooking is shown
 * videos of both rather than what lies between them.
 *
 * <p>In: the factors of {@link dev.linger.candidates.als} and the user's last liked videos. Out: {@link
 * dev.linger.candidates.interests.Interests}, an {@link dev.linger.candidates.ItemScorer}.
 *
 * <p>Source: Pal, Eksombatchai, Zhou, Zhao, Rosenberg and Leskovec, "PinnerSage: Multi-Modal User Embedding Framework for
 * Recommendations at Pinterest", KDD 2020 (Ward's clustering of a history, medoids, shares that fade with age). There the
 * nearest neighbors of a medoid are found; here an interest has the factors that ALS gives somebody who has watched its videos
 * alone, since neighbors by the angle between factors leave out what all users watch.
 */
@NullMarked
package dev.linger.candidates.interests;

import org.jspecify.annotations.NullMarked;
