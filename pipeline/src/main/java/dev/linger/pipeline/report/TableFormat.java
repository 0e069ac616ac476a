package dev.linger.pipeline.report;

/** A form in which a table is written; the text depends on the table alone, not on locale or platform. */
public interface TableFormat {
    /** Ending of a file in this format, without the dot. */
    String extension();

    /** The table, ending with a line feed. */
    String format(ResultTable table);
}
