/**
 * A recommender that goes on learning while it is asked. In: a fitted recommender with the plays it was fitted to, plays as
 * they happen, requests. Out: answers that know every play observed before them.
 *
 * <p>What a play changes: the video is left out as seen; the sources that can fold a user in score by all plays of the user;
 * the feature state observes it. What it does not change, until the next fit: factors of items, neighbors, trees. Videos that
 * were uploaded since the fit get places of their own.
 */
@NullMarked
package dev.linger.recommender.live;

import org.jspecify.annotations.NullMarked;
