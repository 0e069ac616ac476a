/**
 * Finished runs handed to other programs. In: the folder of a run. Out: its figures and keys in a tracker of experiments, or its
 * tables, lists and values of users as Parquet files.
 */
@NullMarked
package dev.linger.pipeline.export;

import org.jspecify.annotations.NullMarked;
