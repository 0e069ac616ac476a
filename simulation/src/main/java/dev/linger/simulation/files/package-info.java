/**
 * The generated data as files: one writer per file of KuaiRec's layout, whose names and headers
 * {@link dev.linger.simulation.files.KuaiRecFile} holds.
 *
 * <p>In: the planted model and what was drawn from it. Out: csv files in a directory, with the dirt of the real ones.
 */
@NullMarked
package dev.linger.simulation.files;

import org.jspecify.annotations.NullMarked;
