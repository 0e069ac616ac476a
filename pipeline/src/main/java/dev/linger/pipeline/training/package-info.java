/**
 * Rows to learn from: plays and candidates with labels, drawn and put in groups. In: the log's windows and candidates.
 * Out: training sets.
 */
@NullMarked
package dev.linger.pipeline.training;

import org.jspecify.annotations.NullMarked;
