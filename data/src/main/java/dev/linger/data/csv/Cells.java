package dev.linger.data.csv;

/** What the cells of a file hold, which says how its quotes are read. */
public enum Cells {
    /** Numbers and short texts: no cell spans lines, a quote stands around a cell or, doubled, within quotes. */
    SHORT,
    /**
     * What people wrote: a quote within a cell without quotes is text, and in columns that are not read a quoted cell may
     * span lines and control characters do no harm.
     */
    PROSE
}
