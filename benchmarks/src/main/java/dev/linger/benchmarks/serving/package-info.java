/**
 * What a server is asked at a constant rate, and how fast the store of plays is. In: the address of a server, or a folder. Out:
 * tables of latencies.
 *
 * <p>A latency counts from the instant at which a call was due, not from when it was sent, so a server that stalls is charged
 * for all the calls that waited meanwhile (Gil Tene, "How NOT to measure latency", 2013: coordinated omission).
 */
@NullMarked
package dev.linger.benchmarks.serving;

import org.jspecify.annotations.NullMarked;
