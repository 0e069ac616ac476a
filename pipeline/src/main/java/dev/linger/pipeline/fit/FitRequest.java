package dev.linger.pipeline.fit;

import dev.linger.pipeline.run.RunRequest;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the command {@code fit} asks for.
 *
 * @param work data, configuration and means, as of a run
 * @param like the folder of a run whose choices are taken; empty where they are made
 * @param model the folder to write, which must not be there
 */
public record FitRequest(RunRequest work, Optional<Path> like, Path model) {}
