/**
 * Features where the plays of each block of users are at a place of their own.
 *
 * <p>In: the {@link dev.linger.features.FeatureGroup groups} of a block of users, which observe the plays of these alone. Out: what
 * they count of all users together ({@link dev.linger.features.SharedCounts}), day by day, as {@link
 * dev.linger.features.shared.SharedDays} that add up over blocks; and groups that are {@link
 * dev.linger.features.shared.AmongOthers told} the sums of all blocks in place of their own, so that they say of their users what
 * groups say that observe all plays. What a group knows of a single user never leaves the user's block.
 */
@NullMarked
package dev.linger.features.shared;

import org.jspecify.annotations.NullMarked;
