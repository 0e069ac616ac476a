package dev.linger.features.history;

import dev.linger.data.duration.WatchRules;
import dev.linger.features.FeatureColumn;
import dev.linger.features.SharedCounts;
import dev.linger.features.StateColumns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Liked plays: ln(1 + count) of the last 1, 3 and 7 days, and counts that fade with half-lives of 1 and 2 days. */
final class LikedPlays implements Statistics {
    private final List<FeatureColumn> columns;
    private final WatchRules rules;
    private final DaySums liked;
    private final DecayedCounts fadingInOneDay;
    private final DecayedCounts fadingInTwoDays;

    LikedPlays(String name, int size, WatchRules rules) {
        List<FeatureColumn> all = new ArrayList<>();
        for (int days : RecentDays.SPANS) {
            all.add(FeatureColumn.numeric(name + "_log_liked_" + days + "d", "ln(1 + plays)", "never"));
        }
        all.add(FeatureColumn.numeric(name + "_liked_decayed_1d", "1", "never"));
        all.add(FeatureColumn.numeric(name + "_liked_decayed_2d", "1", "never"));
        this.columns = List.copyOf(all);
        this.rules = rules;
        this.liked = new DaySums(size, 1);
        this.fadingInOneDay = new DecayedCounts(size, 1);
        this.fadingInTwoDays = new DecayedCounts(size, 2);
    }

    @Override
    public List<FeatureColumn> columns() {
        return columns;
    }

    @Override
    public void observe(Plays plays, int count, int day) {
        for (int play = 0; play < count; play++) {
            if (rules.isLiked(plays.ratio(play))) {
                int of = plays.of(play);
                liked.add(liked.today(of, day), 1);
                fadingInOneDay.add(of, day);
                fadingInTwoDays.add(of, day);
            }
        }
    }

    @Override
    public void state(StateColumns columns) throws IOException {
        liked.state(columns);
        fadingInOneDay.state(columns);
        fadingInTwoDays.state(columns);
    }

    @Override
    public void sharedOfEach(SharedCounts counts) {
        liked.shared(counts);
        fadingInOneDay.shared(counts);
        fadingInTwoDays.shared(counts);
    }

    @Override
    public void write(int of, int asOfDay, float[] cells, int offset) {
        int at = offset;
        for (int days : RecentDays.SPANS) {
            cells[at++] = (float) StrictMath.log1p(liked.before(of, 0, asOfDay, days));
        }
        cells[at++] = (float) fadingInOneDay.at(of, asOfDay);
        cells[at] = (float) fadingInTwoDays.at(of, asOfDay);
    }
}
