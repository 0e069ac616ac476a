package dev.linger.pipeline.cli;

import dev.linger.pipeline.run.RunRequest;
import java.nio.file.Path;
import java.util.List;

/** What carries out an ablation. */
@FunctionalInterface
interface AblateAction {
    /** Runs without each of the parts named, all where there are none, and returns the folder. */
    Path run(RunRequest request, List<String> only);
}
