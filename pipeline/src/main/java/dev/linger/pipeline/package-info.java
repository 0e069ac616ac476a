/**
 * One run, from files to tables.
 *
 * <p>In: a folder of KuaiRec files and a {@link dev.linger.pipeline.config.LingerConfig}. Out: a run folder with tables,
 * lists, models, manifest and log. {@link dev.linger.pipeline.Experiment} has the eight stages in their order; the other
 * classes here each carry out the part of one.
 */
@NullMarked
package dev.linger.pipeline;

import org.jspecify.annotations.NullMarked;
