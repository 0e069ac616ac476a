/**
 * Candidates by what a video is, not by who watched it: these sources know videos that factors cannot, those with few plays
 * or none.
 *
 * <p>In: the training log, the {@link dev.linger.data.ItemTable} and the {@link dev.linger.data.DailyStats} of earlier days.
 * Out: {@link dev.linger.candidates.ItemScorer}s: affinity (the user's authors and tags) and fresh-videos (young videos that
 * hold those who see them, the same for all users).
 */
@NullMarked
package dev.linger.candidates.content;

import org.jspecify.annotations.NullMarked;
