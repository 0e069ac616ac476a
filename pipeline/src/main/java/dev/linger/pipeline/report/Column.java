package dev.linger.pipeline.report;

import java.util.List;

/**
 * One column of a table.
 *
 * @param name heading in every format, unique in its table
 * @param kind what its cells are
 * @param digits decimals shown on the console; 0 for text and integers
 */
public record Column(String name, Kind kind, int digits) {
    /** What the cells of a column are. */
    public enum Kind {
        TEXT,
        INTEGER,
        DECIMAL,
        INTERVAL
    }

    public Column {
        if (digits < 0 || digits > 12) {
            throw new IllegalArgumentException("digits of column " + name + " must be in 0..12 but were " + digits);
        }
    }

    public static Column text(String name) {
        return new Column(name, Kind.TEXT, 0);
    }

    public static Column integer(String name) {
        return new Column(name, Kind.INTEGER, 0);
    }

    public static Column decimal(String name, int digits) {
        return new Column(name, Kind.DECIMAL, digits);
    }

    /** Two numbers, shown as one column and kept as the fields "name low" and "name high". */
    public static Column interval(String name, int digits) {
        return new Column(name, Kind.INTERVAL, digits);
    }

    /** The columns of single values that files hold in its place: itself, or the two ends of an interval. */
    List<Column> fields() {
        return kind == Kind.INTERVAL
                ? List.of(decimal(name + " low", digits), decimal(name + " high", digits))
                : List.of(this);
    }
}
