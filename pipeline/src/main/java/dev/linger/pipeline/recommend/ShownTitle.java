package dev.linger.pipeline.recommend;

import dev.linger.data.Printable;
import dev.linger.pipeline.run.TextColumns;

/** A title as a line of a terminal can hold it: what steers a terminal is shown, what is too long is cut. */
final class ShownTitle {
    private ShownTitle() {}

    /** The title in at most so many columns, with one blank for each line end, tab or run of blanks. */
    static String of(String title, int columns) {
        return TextColumns.cut(Printable.line(title.strip().replaceAll("\\s+", " ")), columns);
    }
}
