package dev.linger.features.history;

import dev.linger.data.duration.WatchRules;
import dev.linger.features.FeatureColumn;
import dev.linger.features.SharedCounts;
import dev.linger.features.StateColumns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays of the last 1, 3 and 7 days before the as-of day, by the calendar, with mean watch ratio and completion, each
 * shrunk to that of all plays so far of the same user or item: no recent play is no news.
 */
final class RecentDays implements Statistics {
    static final int[] SPANS = {1, 3, 7};

    private static final int PLAYS = 0;
    private static final int RATIO = 1;
    private static final int COMPLETED = 2;

    private final List<FeatureColumn> columns;
    private final Shrinkage shrinkage;
    private final WatchRules rules;
    private final ShrunkMeans parent;
    private final DaySums sums;

    /** @param parent means of all plays so far, kept by another */
    RecentDays(String name, int size, Shrinkage shrinkage, WatchRules rules, ShrunkMeans parent) {
        List<FeatureColumn> all = new ArrayList<>();
        for (int days : SPANS) {
            all.add(FeatureColumn.numeric(name + "_plays_" + days + "d", "1", "never"));
            all.add(FeatureColumn.numeric(name + "_mean_ratio_" + days + "d", "watch ratio", NOTHING_YET));
            all.add(FeatureColumn.numeric(name + "_completion_" + days + "d", "1", NOTHING_YET));
        }
        this.columns = List.copyOf(all);
        this.shrinkage = shrinkage;
        this.rules = rules;
        this.parent = parent;
        this.sums = new DaySums(size, 3);
    }

    @Override
    public List<FeatureColumn> columns() {
        return columns;
    }

    @Override
    public void observe(Plays plays, int count, int day) {
        for (int play = 0; play < count; play++) {
            double ratio = plays.ratio(play);
            int today = sums.today(plays.of(play), day);
            sums.add(today + PLAYS, 1);
            sums.add(today + RATIO, rules.capped(ratio));
            sums.add(today + COMPLETED, rules.isCompleted(ratio) ? 1 : 0);
        }
    }

    double plays(int of, int asOfDay, int days) {
        return sums.before(of, PLAYS, asOfDay, days);
    }

    double completion(int of, int asOfDay, int days) {
        return shrinkage.mean(
                sums.before(of, COMPLETED, asOfDay, days), plays(of, asOfDay, days), parent.completion(of));
    }

    @Override
    public void state(StateColumns columns) throws IOException {
        sums.state(columns);
    }

    @Override
    public void sharedOfEach(SharedCounts counts) {
        sums.shared(counts);
    }

    @Override
    public void write(int of, int asOfDay, float[] cells, int offset) {
        int at = offset;
        for (int days : SPANS) {
            double count = plays(of, asOfDay, days);
            cells[at++] = (float) count;
            cells[at++] = (float) shrinkage.mean(sums.before(of, RATIO, asOfDay, days), count, parent.meanRatio(of));
            cells[at++] = (float) completion(of, asOfDay, days);
        }
    }
}
