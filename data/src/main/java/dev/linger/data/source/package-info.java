/**
 * What a data set is to everything above it: a layout that can be read, and what reading it gives.
 *
 * <p>In: a directory, chosen by the user, and a {@link dev.linger.data.source.DataSource}, chosen by the configuration. Out:
 * {@link dev.linger.data.source.LoadedData}: the data and a {@link dev.linger.data.source.DataReport} that counts every row
 * that a {@link dev.linger.data.source.CleaningRule} touched. {@link dev.linger.data.source.FileFindings} does the counting
 * for layouts of csv files; another layout is a record in any jar on the class path.
 */
@NullMarked
package dev.linger.data.source;

import org.jspecify.annotations.NullMarked;
