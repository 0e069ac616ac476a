/**
 * Single kernels under JMH, through the public API alone.
 *
 * <p>In: data drawn from a seed in memory, or files of the layout that the command {@code generate} writes. Out: how long one
 * operation takes, and how many rows it took. Every operation takes long enough to be timed by itself, so all run once a
 * repeat ({@code Mode.SingleShotTime}) after some repeats that are not counted.
 *
 * <p>After OpenJDK's JMH and its samples.
 */
@NullMarked
package dev.linger.benchmarks.kernels;

import org.jspecify.annotations.NullMarked;
