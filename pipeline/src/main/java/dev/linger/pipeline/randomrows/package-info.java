/**
 * Rankers by the protocol of projects that split the rows of a log at random. In: the log. Out: a table that stands beside what
 * they have published.
 *
 * <p>It is not how a recommender is used: rows of the same user, video and hour are learned from and predicted. What a row
 * knows of others is as of its own day, as everywhere, but learned vectors and constants have seen later rows.
 */
@NullMarked
package dev.linger.pipeline.randomrows;

import org.jspecify.annotations.NullMarked;
