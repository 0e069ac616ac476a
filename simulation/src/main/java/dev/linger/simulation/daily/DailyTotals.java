package dev.linger.simulation.daily;

import dev.linger.simulation.world.Catalogue;
import dev.linger.simulation.world.UserPlays;
import org.jspecify.annotations.Nullable;

/** Counts of the log by video and day, gathered user by user. */
public final class DailyTotals {
    private final @Nullable PlayCounts[] cells;
    private final Catalogue catalogue;

    public DailyTotals(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.cells = new PlayCounts[catalogue.size() * catalogue.days().count()];
    }

    public void add(int user, UserPlays plays) {
        for (int row = 0; row < plays.size(); row++) {
            int video = plays.video(row);
            int cell = video * catalogue.days().count() + plays.day(row);
            PlayCounts counts = cells[cell];
            if (counts == null) {
                counts = new PlayCounts();
                cells[cell] = counts;
            }
            counts.add(user, plays.playMillis(row), catalogue.durationMillis(video));
        }
    }

    /** The counts of a video on a day, or null where the log has no play. */
    @Nullable
    public PlayCounts of(int video, int day) {
        return cells[video * catalogue.days().count() + day];
    }
}
