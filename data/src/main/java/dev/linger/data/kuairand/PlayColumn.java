package dev.linger.data.kuairand;

import dev.linger.data.csv.CellKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The columns of the logs that are read. */
enum PlayColumn {
    USER_ID,
    VIDEO_ID,
    TIME_MS,
    PLAY_TIME_MS,
    DURATION_MS,
    IS_RAND,
    COMMENT_STAY_TIME,
    IS_CLICK,
    IS_LIKE,
    IS_FOLLOW,
    IS_COMMENT,
    IS_FORWARD,
    IS_HATE,
    LONG_VIEW;

    static final List<PlayColumn> ALL = List.of(values());

    /** What a user did with a video beside watching it, 0 or 1 each. */
    static final List<PlayColumn> ENGAGEMENT =
            List.of(IS_CLICK, IS_LIKE, IS_FOLLOW, IS_COMMENT, IS_FORWARD, IS_HATE, LONG_VIEW);

    /** Their names, as the log has them. */
    static final List<String> FLAGS =
            ENGAGEMENT.stream().map(column -> column.label).toList();

    static final List<String> LABELS =
            Arrays.stream(values()).map(column -> column.label).toList();

    /** The column's name in the file. */
    final String label = name().toLowerCase(Locale.ROOT);

    /** Columns with an empty cell were once floats; those of ids have none. */
    CellKind kind() {
        return this == USER_ID || this == VIDEO_ID ? CellKind.WHOLE : CellKind.WHOLE_OR_ZERO_FRACTION;
    }

    /** Where the column's cell stands in a {@link PlayRow}. */
    @SuppressWarnings("EnumOrdinal") // lives no longer than a row in hand
    int slot() {
        return ordinal();
    }
}
