package dev.linger.features.affinity;

import dev.linger.data.duration.WatchRules;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureRequests;
import dev.linger.features.GroupContext;
import dev.linger.features.ObservedPlays;
import dev.linger.features.SharedCounts;
import dev.linger.features.StateColumns;
import dev.linger.features.history.Shrinkage;
import dev.linger.features.history.ShrunkMeans;
import java.io.IOException;
import java.util.List;

/**
 * Mean watch ratio and completion of all plays of each user, to which those of the user with an author, tag or length are
 * shrunk. It has no columns: other groups of its state look at it when they fill.
 */
final class UserMeans implements FeatureGroup {
    private final ShrunkMeans means;

    private UserMeans(int userCount, Shrinkage shrinkage, WatchRules rules) {
        this.means = new ShrunkMeans(userCount, shrinkage, rules);
    }

    /** The one of all groups that shrink like this. */
    static UserMeans shared(GroupContext context, Shrinkage shrinkage) {
        return context.shared(
                UserMeans.class,
                shrinkage,
                () -> new UserMeans(context.tables().userCount(), shrinkage, context.rules()));
    }

    @Override
    public List<FeatureColumn> columns() {
        return List.of();
    }

    @Override
    public void observe(ObservedPlays plays) {
        for (int play = 0; play < plays.size(); play++) {
            means.observe(plays.user(play), plays.watchRatio(play));
        }
    }

    @Override
    public void state(StateColumns columns) throws IOException {
        means.state(columns);
    }

    @Override
    public void shared(SharedCounts counts) {
        means.sharedOfAll(counts);
    }

    @Override
    public void fill(FeatureRequests requests, int from, int to, float[] cells, int offset, int stride) {}

    double meanRatio(int user) {
        return means.meanRatio(user);
    }

    double completion(int user) {
        return means.completion(user);
    }
}
