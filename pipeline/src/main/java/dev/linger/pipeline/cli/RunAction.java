package dev.linger.pipeline.cli;

import dev.linger.pipeline.run.RunRequest;
import java.nio.file.Path;

/** What carries out a run. */
@FunctionalInterface
public interface RunAction {
    /** Carries out the run and returns its folder. */
    Path run(RunRequest request);
}
