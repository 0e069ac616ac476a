/**
 * CSV files as text, opened, measured and read exactly, one way for all: {@link dev.linger.data.csv.SourceFile} unpacks
 * and decodes, and splits line by line; a line that is no row is handed over as a
 * {@link dev.linger.data.csv.BrokenRow}, and every byte and line is accounted for in a
 * {@link dev.linger.data.csv.FileReading}. Rows of numbers are parsed by several threads, block by block, and come in the
 * order of the file all the same.
 *
 * <p>In: a file of RFC 4180 rows in UTF-8, plain or gzipped. Out: {@link dev.linger.data.csv.CsvHeader} (where a column
 * stands), rows for a {@link dev.linger.data.csv.RowSink} or a {@link dev.linger.data.csv.NumberSink},
 * {@link dev.linger.data.csv.SideTable} (small tables, held by tablesaw), {@link dev.linger.data.csv.CellText} (cells as numbers and days). What a column means is not known here.
 */
@NullMarked
package dev.linger.data.csv;

import org.jspecify.annotations.NullMarked;
