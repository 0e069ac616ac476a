package dev.linger.features.replay;

import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import dev.linger.features.ObservedPlays;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Plays of days that are not over: no row may look at them yet. */
final class PendingPlays {
    private final ZoneId zone;
    private final List<ObservedPlays> stretches = new ArrayList<>();
    private InteractionLogBuilder single;

    PendingPlays(ZoneId zone) {
        this.zone = zone;
        this.single = new InteractionLogBuilder(zone, 0);
    }

    /** Adds plays that come one by one, without an object for each. */
    void add(InteractionLog plays) {
        single.addAll(plays);
    }

    void add(ObservedPlays plays) {
        endStretch();
        if (plays.size() > 0) {
            stretches.add(plays);
        }
    }

    /** Plays that came one by one stay before those that come now: of the same instant, the earlier counts first. */
    private void endStretch() {
        if (single.size() > 0) {
            stretches.add(ObservedPlays.of(single.build()));
            single = new InteractionLogBuilder(zone, 0);
        }
    }

    /** Takes the plays of earlier days away, day by day in the order of time. */
    List<ObservedPlays> takeBefore(int day) {
        ObservedPlays all = joined();
        int end = 0;
        while (end < all.size() && all.day(end) < day) {
            end++;
        }
        stretches.clear();
        add(all.slice(end, all.size()));
        return all.slice(0, end).byDay();
    }

    /** All plays in the order of time, however they came. */
    private ObservedPlays joined() {
        endStretch();
        if (stretches.size() == 1) {
            return stretches.get(0);
        }
        InteractionLogBuilder all = new InteractionLogBuilder(zone, 0);
        for (ObservedPlays plays : stretches) {
            all.addAll(plays.log());
        }
        return ObservedPlays.of(all.build());
    }

    void write(ColumnWriter out) throws IOException {
        InteractionLog log = joined().log();
        out.ints(log.size(), log::user);
        out.ints(log.size(), log::item);
        out.ints(log.size(), log::playMillis);
        out.ints(log.size(), log::durationMillis);
        out.longs(log.size(), log::timestampMillis);
        out.ints(log.size(), log::day);
    }

    /** Adds the plays that {@link #write} wrote. */
    void read(ColumnReader in) throws IOException {
        add(ObservedPlays.of(
                InteractionLog.ofColumns(in.ints(), in.ints(), in.ints(), in.ints(), in.longs(), in.ints())));
    }
}
