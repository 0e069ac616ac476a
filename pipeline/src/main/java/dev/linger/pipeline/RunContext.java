package dev.linger.pipeline;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.Workers;

/**
 * What every stage of a run works with.
 *
 * @param seed the one seed
 * @param workers the one pool
 * @param progress where long steps tell how far they are
 */
record RunContext(Seed seed, Workers workers, Progress progress) {}
