/**
 * The command line.
 *
 * <p>In: arguments. Out: a {@link dev.linger.pipeline.run.RunRequest} for what runs the stages, runs side by side,
 * generated data in a folder, or what a data set looks like; exit code 0 for success, 2 for a mistake of the user, told in one message with the nearest
 * name, 1 for any other failure.
 */
@NullMarked
package dev.linger.pipeline.cli;

import org.jspecify.annotations.NullMarked;
