package dev.linger.pipeline.cli;

/** What carries out a run. */
@FunctionalInterface
public interface RunAction {
    /** Runs all stages and leaves the results in a new folder below {@link RunRequest#out}. */
    void run(RunRequest request);
}
