package dev.linger.benchmarks.peers;

/**
 * What one repeat of a work cost.
 *
 * @param seconds of wall-clock time
 * @param cpuSeconds user and system, of all threads; NaN where the system does not tell
 * @param residentMiB the most memory of the process, what lies outside of the timed part included; NaN likewise
 */
record Cost(double seconds, double cpuSeconds, double residentMiB) {}
