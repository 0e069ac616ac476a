/**
 * What a reader runs to check how fast Linger is and how much memory it needs.
 *
 * <p>In: the jar that ships, and data of any size. Out: tables on the console, below a description of the machine. {@link
 * dev.linger.benchmarks.Kernels} times single kernels within a process; {@link dev.linger.benchmarks.Stages} starts whole runs
 * and reads what their manifests say of each stage; {@link dev.linger.benchmarks.peers.Peers} puts other libraries beside.
 */
@NullMarked
package dev.linger.benchmarks;

import org.jspecify.annotations.NullMarked;
