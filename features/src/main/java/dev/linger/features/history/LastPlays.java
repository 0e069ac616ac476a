package dev.linger.features.history;

import dev.linger.data.duration.WatchRules;
import dev.linger.features.FeatureColumn;
import dev.linger.features.SharedCounts;
import dev.linger.features.StateColumns;
import java.io.IOException;
import java.util.List;

/**
 * Mean watch ratio, completion and skip share of the last {@value #PLAYS} plays before the as-of day, each shrunk to that
 * of all plays so far of the same user.
 */
final class LastPlays implements Statistics {
    private static final int PLAYS = 20;

    private final List<FeatureColumn> columns;
    private final Shrinkage shrinkage;
    private final WatchRules rules;
    private final WatchStatistics parent;
    private final int[] next;
    private final double[] ratios;

    /** @param parent all plays so far, kept by another */
    LastPlays(String name, int size, Shrinkage shrinkage, WatchRules rules, WatchStatistics parent) {
        this.columns = List.of(
                FeatureColumn.numeric(name + "_mean_ratio_last_" + PLAYS, "watch ratio", NOTHING_YET),
                FeatureColumn.numeric(name + "_completion_last_" + PLAYS, "1", NOTHING_YET),
                FeatureColumn.numeric(name + "_skip_rate_last_" + PLAYS, "1", NOTHING_YET));
        this.shrinkage = shrinkage;
        this.rules = rules;
        this.parent = parent;
        this.next = new int[size];
        this.ratios = new double[Math.multiplyExact(size, PLAYS)];
    }

    @Override
    public List<FeatureColumn> columns() {
        return columns;
    }

    @Override
    public void observe(Plays plays, int count, int day) {
        for (int play = 0; play < count; play++) {
            int of = plays.of(play);
            ratios[of * PLAYS + next[of]] = plays.ratio(play);
            next[of] = next[of] == PLAYS - 1 ? 0 : next[of] + 1;
        }
    }

    @Override
    public void state(StateColumns columns) throws IOException {
        columns.ints(next);
        columns.doubles(ratios);
    }

    /** The last plays of a user are all in one block; of an item their order would not be known. */
    @Override
    public void sharedOfEach(SharedCounts counts) {
        throw new UnsupportedOperationException("last plays are counted by user only");
    }

    @Override
    public void write(int of, int asOfDay, float[] cells, int at) {
        int count = Math.min(parent.means().plays(of), PLAYS);
        double sum = 0;
        int completed = 0;
        int skipped = 0;
        for (int play = of * PLAYS; play < of * PLAYS + count; play++) {
            sum += rules.capped(ratios[play]);
            completed += rules.isCompleted(ratios[play]) ? 1 : 0;
            skipped += rules.isSkipped(ratios[play]) ? 1 : 0;
        }
        cells[at] = (float) shrinkage.mean(sum, count, parent.means().meanRatio(of));
        cells[at + 1] = (float) shrinkage.mean(completed, count, parent.means().completion(of));
        cells[at + 2] = (float) shrinkage.mean(skipped, count, parent.skipRate(of));
    }
}
