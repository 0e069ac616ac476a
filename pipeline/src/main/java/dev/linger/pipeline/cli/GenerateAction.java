package dev.linger.pipeline.cli;

import dev.linger.data.Progress;
import java.nio.file.Path;

/** What writes a generated data set. */
@FunctionalInterface
public interface GenerateAction {
    /** Writes the files of the data set into the folder, which exists; the same preset and seed give the same bytes. */
    void generate(Preset preset, long seed, Path folder, Progress progress);
}
