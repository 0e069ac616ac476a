/**
 * What is true in the generated data: users, videos, taste, what is shown to whom and how long it is watched.
 *
 * <p>In: a {@link dev.linger.simulation.shape.Design}. Out: a {@link dev.linger.simulation.world.PlantedModel} and what
 * happens in it, user by user ({@link dev.linger.simulation.world.Viewing}). No file is known here.
 */
@NullMarked
package dev.linger.simulation.world;

import org.jspecify.annotations.NullMarked;
