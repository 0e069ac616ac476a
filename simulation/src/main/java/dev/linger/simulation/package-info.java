/**
 * Synthetic data in KuaiRec's exact file layout, drawn from a planted model, with the dirt of the real files.
 *
 * <p>In: a {@link dev.linger.simulation.Preset} and a {@link dev.linger.data.Seed}. Out: a directory of csv files that
 * the reader takes like the real ones; the same preset and seed give the same bytes on every machine. For that, randomness
 * comes from {@code nextLong} alone, functions from {@code StrictMath}, and decimals are written from integers.
 *
 * <p>Source of the layout and of the shapes the model is calibrated to: KuaiRec (Gao et al., CIKM 2022). The generator
 * contains no rows of it.
 */
@NullMarked
package dev.linger.simulation;

import org.jspecify.annotations.NullMarked;
