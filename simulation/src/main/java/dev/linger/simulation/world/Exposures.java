package dev.linger.simulation.world;

import dev.linger.data.Draws;
import dev.linger.simulation.draw.Selection;
import dev.linger.simulation.shape.LogDays;

/** What of the small matrix is there, and when it was shown, one user after the other. */
@FunctionalInterface
public interface Exposures {
    /** Those of the next user. */
    OfUser next(Draws draws);

    /** Each cell and day by chance; shares as in KuaiRec: 99.6 % are there, 3.89 % of these without a time. */
    static Exposures byChance(LogDays days) {
        Selection filled = Selection.byChance(0.996);
        Selection forced = Selection.byChance(0.0389);
        DayDraw anyDay = (video, draws) -> days.logged(draws.below(days.loggedCount()));
        return draws -> new OfUser(filled, forced, anyDay);
    }

    /** Asked of each video in turn whether it is there and, if so, whether it has no time. */
    record OfUser(Selection filled, Selection forced, DayDraw days) {
        public int drawDay(int video, Draws draws) {
            return days.draw(video, draws);
        }
    }

    /** Draws the day on which the user was shown a video. */
    @FunctionalInterface
    interface DayDraw {
        int draw(int video, Draws draws);
    }
}
