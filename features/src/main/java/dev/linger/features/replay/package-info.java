/**
 * Feature rows through time. In: a {@link dev.linger.features.replay.FeaturesConfig}, the side tables, plays in the order of
 * time, and requests. Out: feature rows.
 *
 * <p>A {@link dev.linger.features.replay.FeatureState} is what is known as of a day: it counts plays and fills rows, and can
 * be written and read. A {@link dev.linger.features.replay.FeatureReplay} walks a log day by day and fills the rows asked as
 * of a day before the plays of that day are counted. Training rows, test rows and candidates go through the same code, so
 * nothing can look ahead, and what is learned from is computed as what is ranked. Replays go forward only, so a run makes
 * several; what they share is in {@link dev.linger.features.replay.ReplayInputs}.
 */
@NullMarked
package dev.linger.features.replay;

import org.jspecify.annotations.NullMarked;
