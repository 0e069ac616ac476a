package dev.linger.spark.rank;

import dev.linger.features.FeatureColumn;
import dev.linger.features.replay.FeatureState;
import dev.linger.features.shared.SharedDays;
import dev.linger.spark.plays.PlayBlock;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;

/**
 * What makes the features of a block of users out of its plays.
 *
 * @param zone whose calendar makes the days
 * @param all what the plays of all users come to on each day
 */
record SentDays(ZoneId zone, Broadcast<SentFeatures> features, Broadcast<SharedDays> all) implements Serializable {
    private static final long serialVersionUID = 1;

    /** Features that have observed all plays of a block. */
    FeatureState of(PlayBlock block, List<FeatureColumn> retrievalColumns) {
        FeatureState state = features.value()
                .ofUsers(block.first(), block.users(), retrievalColumns)
                .among(all.value());
        state.observe(block.log(zone));
        return state;
    }
}
