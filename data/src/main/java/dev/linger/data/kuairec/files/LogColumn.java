package dev.linger.data.kuairec.files;

import dev.linger.data.csv.CellKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The columns of big_matrix and small_matrix that are read; the text form of the timestamp, {@code time}, is not. */
public enum LogColumn {
    USER_ID,
    VIDEO_ID,
    PLAY_DURATION,
    VIDEO_DURATION,
    DATE,
    TIMESTAMP,
    WATCH_RATIO;

    static final LogColumn[] ALL = values();

    /** The names of all of them. */
    public static final List<String> LABELS =
            Arrays.stream(ALL).map(column -> column.label).toList();

    /** The column's name in the file. */
    public final String label = name().toLowerCase(Locale.ROOT);

    CellKind kind() {
        return switch (this) {
            case USER_ID, VIDEO_ID, PLAY_DURATION, VIDEO_DURATION -> CellKind.WHOLE;
            case DATE -> CellKind.WHOLE_OR_ZERO_FRACTION;
            case TIMESTAMP -> CellKind.SECONDS;
            case WATCH_RATIO -> CellKind.DECIMAL;
        };
    }

    /** Where the column's cell stands in a {@link LogRow}. */
    @SuppressWarnings("EnumOrdinal") // lives no longer than a row in hand
    int slot() {
        return ordinal();
    }
}
