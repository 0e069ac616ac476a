package dev.linger.features.affinity;

import dev.linger.data.InteractionLog;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureRequests;
import dev.linger.features.history.Shrinkage;
import dev.linger.features.history.ShrunkMeans;
import java.util.List;

/**
 * Mean watch ratio and completion of all plays of each user, to which those of the user with an author, tag or length are
 * shrunk. It has no columns: other groups of its replay look at it when they fill.
 */
public final class UserMeans implements FeatureGroup {
    private final ShrunkMeans means;

    /** @param ratioCap larger ratios count as this one */
    public UserMeans(int userCount, Shrinkage shrinkage, double ratioCap) {
        this.means = new ShrunkMeans(userCount, shrinkage, ratioCap);
    }

    @Override
    public List<FeatureColumn> columns() {
        return List.of();
    }

    @Override
    public void observe(InteractionLog log, int from, int to) {
        for (int row = from; row < to; row++) {
            means.observe(log.user(row), log.watchRatio(row));
        }
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
