/**
 * Features and trained rankers on a cluster.
 *
 * <p>In: plays in blocks of users, the side tables, and a ranker that was trained on the driver. Out: feature rows, filled where the
 * plays of their users are ({@link dev.linger.spark.rank.ClusterFeatures}), and candidates in the order of the ranker ({@link
 * dev.linger.spark.rank.SentRanker}). What all users' plays come to on each day is counted in blocks, added in the order of blocks and
 * sent to all ({@link dev.linger.features.shared.SharedDays}); what is known of one user stays in the user's block.
 */
@NullMarked
package dev.linger.spark.rank;

import org.jspecify.annotations.NullMarked;
