package dev.linger.benchmarks;

/**
 * A run and how long its process took.
 *
 * @param run what its manifest says
 * @param processSeconds from the start of the process to its end, with the start of Java
 */
record Measured(StoredRun run, double processSeconds) {}
