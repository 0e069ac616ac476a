/**
 * One run, from files to tables.
 *
 * <p>In: a folder of KuaiRec files and a {@link dev.linger.pipeline.config.LingerConfig}. Out: a run folder with tables,
 * lists, models, manifest and log. {@link dev.linger.pipeline.Experiment} has the eight stages in their order; the other
 * classes here each carry out the part of one.
 * {@link dev.linger.pipeline.Audit} repeats them with mistakes on purpose; {@code audit} has what it puts in and gives out.
 */
@NullMarked
package dev.linger.pipeline;

import org.jspecify.annotations.NullMarked;
