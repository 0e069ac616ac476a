/**
 * CSV files as text, opened, measured and read exactly.
 *
 * <p>In: a file of RFC 4180 rows in UTF-8, plain or gzipped. Out: {@link dev.linger.data.csv.CsvHeader} (where a column
 * stands), {@link dev.linger.data.csv.SideTable} (small tables, by tablesaw), {@link dev.linger.data.csv.CellText} (cells
 * as numbers and days) and the size and digest of what was read. What a column means is not known here.
 */
@NullMarked
package dev.linger.data.csv;

import org.jspecify.annotations.NullMarked;
