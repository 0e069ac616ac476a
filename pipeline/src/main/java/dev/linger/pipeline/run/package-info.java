/**
 * The record of one run: its folder, its log, its manifest, and the progress that a person sees.
 *
 * <p>In: what a stage did and counted. Out: a new folder a run, written file by file; {@code run.log} with one line a
 * stage; {@code run.json} with what runs are compared by; {@code SHA256SUMS} with the digests of what was found; {@code
 * manifest.json} with data, parameters, libraries, machine and times, last of all, so a folder without it is that of a run
 * that failed or was stopped. Times stand in log and manifest only: every other file is the same, byte by byte, for two runs
 * of the same configuration on the same data. {@link dev.linger.pipeline.run.RunSeal} checks a folder.
 *
 * <p>After the provenance of Tribuo (Pocock, arXiv 2110.03022): what made a result is kept with the result.
 */
@NullMarked
package dev.linger.pipeline.run;

import org.jspecify.annotations.NullMarked;
