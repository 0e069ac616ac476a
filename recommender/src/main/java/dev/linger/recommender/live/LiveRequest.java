package dev.linger.recommender.live;

import dev.linger.data.Id;
import dev.linger.data.Seed;
import dev.linger.recommender.NewVideosConfig;
import dev.linger.recommender.filter.Blocks;
import dev.linger.recommender.order.OrderContext;
import java.util.Set;

/**
 * What is asked of a live recommender.
 *
 * @param userId the user's id in the data
 * @param atMillis when, in milliseconds since 1970-01-01 UTC
 * @param count how many videos at most
 * @param exclude ids of videos that must not be in the list, beside those the user has played
 * @param blocks what else must not be in it
 * @param why whether reasons are asked for
 * @param newVideos the places of videos that the model was not fitted to
 */
public record LiveRequest(
        Id userId, long atMillis, int count, Set<Id> exclude, Blocks blocks, boolean why, NewVideosConfig newVideos) {
    public LiveRequest {
        exclude = Set.copyOf(exclude);
        if (count < 1) {
            throw new IllegalArgumentException("count must be >= 1 but was " + count);
        }
    }

    /** One of a user who blocks nothing. */
    public LiveRequest(Id userId, long atMillis, int count, Set<Id> exclude, boolean why, NewVideosConfig newVideos) {
        this(userId, atMillis, count, exclude, Blocks.NONE, why, newVideos);
    }

    /** Of what is drawn for it; the same for the same user and instant. */
    Seed seed() {
        return OrderContext.seed(userId, atMillis);
    }
}
