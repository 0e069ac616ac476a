package dev.linger.simulation.daily;

import dev.linger.data.Draws;
import dev.linger.simulation.shape.ExactCounts;
import dev.linger.simulation.world.Catalogue;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A daily table with exactly so many days of videos with one row, so many with several, and so many rows. It has the days
 * with a play in the log, the first day of each video, then days on which the video was shown, and at last days after that.
 * Videos with several platform tags have a row for each; on some days one is missing or there is one more.
 */
public final class ExactDailyPlan implements DailyPlan {
    private static final int MOST_ROWS = 9;

    private final Catalogue catalogue;
    private final DailyTotals totals;
    private final VideoAttributes[] attributes;
    private final byte[] rows;
    private final int dayCount;

    private ExactDailyPlan(Catalogue catalogue, DailyTotals totals, VideoAttributes[] attributes) {
        this.catalogue = catalogue;
        this.totals = totals;
        this.attributes = attributes;
        this.dayCount = catalogue.days().count();
        this.rows = new byte[catalogue.size() * dayCount];
    }

    public static ExactDailyPlan draw(
            ExactCounts exact, Catalogue catalogue, DailyTotals totals, VideoAttributes[] attributes, Draws draws) {
        ExactDailyPlan plan = new ExactDailyPlan(catalogue, totals, attributes);
        plan.choose(exact.singleDays(), video -> plan.tags(video) == 1, draws);
        plan.choose(exact.repeatedDays(), video -> plan.tags(video) > 1, draws);
        plan.adjust(exact.repeatedDayRows(), draws);
        return plan;
    }

    /** Gives their rows to so many days of the videos. */
    private void choose(int count, IntPredicate videos, Draws draws) {
        int left = count;
        for (int urgency = 0; urgency < 3; urgency++) {
            int wanted = urgency;
            int[] cells = IntStream.range(0, rows.length)
                    .filter(cell -> videos.test(cell / dayCount) && urgency(cell) == wanted)
                    .toArray();
            int taken = urgency == 0 ? cells.length : Math.max(0, Math.min(left, cells.length));
            for (int cell : draws.sample(cells, taken)) {
                rows[cell] = (byte) tags(cell / dayCount);
            }
            left -= taken;
        }
    }

    /** 0 for a day that must be there, 1 and 2 for those to be taken then, 3 before the video's upload. */
    private int urgency(int cell) {
        int video = cell / dayCount;
        int day = cell % dayCount;
        int firstDay = Math.max(0, catalogue.uploadDay(video) - catalogue.days().epochDay(0));
        if (day == firstDay || totals.of(video, day) != null) {
            return 0;
        }
        return day < firstDay ? 3 : catalogue.isShownOn(video, catalogue.days().epochDay(day)) ? 1 : 2;
    }

    /** Adds or takes away single rows of days with several, so that there are so many of them. */
    private void adjust(int wanted, Draws draws) {
        int[] repeated =
                IntStream.range(0, rows.length).filter(cell -> rows[cell] > 1).toArray();
        int missing = wanted - Arrays.stream(repeated).map(cell -> rows[cell]).sum();
        while (missing != 0 && repeated.length > 0) {
            int cell = repeated[draws.below(repeated.length)];
            if (missing > 0 && rows[cell] < MOST_ROWS) {
                rows[cell]++;
                missing--;
            } else if (missing < 0 && rows[cell] > 2) {
                rows[cell]--;
                missing++;
            }
        }
    }

    private int tags(int video) {
        return attributes[video].platformTags().length;
    }

    @Override
    public int rows(int video, int day) {
        return rows[video * dayCount + day];
    }
}
