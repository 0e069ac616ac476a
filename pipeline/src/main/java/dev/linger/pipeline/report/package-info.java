/**
 * Tables as data, and the formats they are written in.
 *
 * <p>In: {@link dev.linger.pipeline.report.ResultTable}s, made by {@code tables} beside it. Out: the same rows as text
 * for a terminal, as CSV and as JSON; the formats differ in nothing but form, and in no locale. Text is rounded to each
 * column's digits, CSV and JSON carry full precision.
 *
 * <pre>{@code
 * System.out.print(new ConsoleFormat().format(table));
 * new ReportWriter(runFolder).write(table);
 * }</pre>
 */
@NullMarked
package dev.linger.pipeline.report;

import org.jspecify.annotations.NullMarked;
