package dev.linger.recommender;

import dev.linger.data.InteractionLog;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;

/** The plays that a recommender was fitted to, as a file of it: 28 bytes each. */
final class PlayHistory {
    static final String FILE = "history";

    private PlayHistory() {}

    static void write(InteractionLog plays, ColumnWriter out) throws IOException {
        out.ints(plays.size(), plays::user);
        out.ints(plays.size(), plays::item);
        out.ints(plays.size(), plays::playMillis);
        out.ints(plays.size(), plays::durationMillis);
        out.longs(plays.size(), plays::timestampMillis);
        out.ints(plays.size(), plays::day);
    }

    static InteractionLog read(ColumnReader in, int userCount, int itemCount) throws IOException {
        InteractionLog plays =
                InteractionLog.ofColumns(in.ints(), in.ints(), in.ints(), in.ints(), in.longs(), in.ints());
        for (int row = 0; row < plays.size(); row++) {
            if (plays.user(row) < 0
                    || plays.user(row) >= userCount
                    || plays.item(row) < 0
                    || plays.item(row) >= itemCount) {
                throw new IllegalArgumentException(
                        "there is no user " + plays.user(row) + " or no item " + plays.item(row));
            }
        }
        return plays;
    }
}
