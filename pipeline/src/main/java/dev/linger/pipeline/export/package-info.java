/** Finished runs handed to other programs. In: the folder of a run. Out: its figures and keys in a tracker of experiments. */
@NullMarked
package dev.linger.pipeline.export;

import org.jspecify.annotations.NullMarked;
