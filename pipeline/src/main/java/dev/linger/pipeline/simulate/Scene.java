package dev.linger.pipeline.simulate;

import dev.linger.data.Seed;
import dev.linger.simulation.world.World;
import java.nio.file.Path;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/**
 * Where policies live.
 *
 * @param name of the world, as lines of the log tell it
 * @param data what they are fitted to
 * @param world one for each policy, before its first day
 * @param isObserved whether it is a fully observed matrix, whose pairs a model leaves out as known and these policies may show
 * @param groups how many groups of users are told apart
 * @param groupOf the group, from 0, of each user who comes
 * @param seed of what the order of chance draws
 */
record Scene(
        String name,
        Path data,
        Supplier<World> world,
        boolean isObserved,
        int groups,
        IntUnaryOperator groupOf,
        Seed seed) {}
