package dev.linger.pipeline.cli;

import dev.linger.pipeline.run.RunRequest;
import java.nio.file.Path;

/** What carries out a run. */
@FunctionalInterface
public interface RunAction {
    /** Carries out the run and returns its folder. */
    Path run(RunRequest request);

    /** Whether it works on the cluster that a command line may name, so that this was started there already. */
    default boolean isOnCluster() {
        return false;
    }
}
