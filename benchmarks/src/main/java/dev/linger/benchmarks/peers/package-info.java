/**
 * Linger beside the libraries that a user would pick instead, on the same data.
 *
 * <p>In: the jar that ships, and what of the peers is installed. Out: a table of wall-clock seconds, CPU seconds and resident
 * memory. {@link dev.linger.benchmarks.peers.Peers} starts every side as a process of its own, by turns; {@link
 * dev.linger.benchmarks.peers.LingerSide} is the process that does Linger's part of single steps, and the scripts in {@code
 * benchmarks/peers} do that of the peers.
 */
@NullMarked
package dev.linger.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
