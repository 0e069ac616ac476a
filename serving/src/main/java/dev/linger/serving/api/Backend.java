package dev.linger.serving.api;

import dev.linger.recommender.NewVideosConfig;
import dev.linger.serving.impressions.ImpressionLog;
import dev.linger.serving.models.ModelClock;
import dev.linger.serving.models.Models;
import dev.linger.serving.models.ServedModel;
import dev.linger.serving.store.PlayStore;
import java.util.OptionalInt;

/**
 * What routes ask once a server is ready.
 *
 * @param models that answer
 * @param clock what time it is
 * @param store where plays are kept
 * @param impressions where lists are noted
 * @param newVideosEvery one of so many places of a list is a new video's, 0 for none; empty where each model says so itself
 */
public record Backend(
        Models models, ModelClock clock, PlayStore store, ImpressionLog impressions, OptionalInt newVideosEvery) {
    /** The places of new videos in the lists of a model. */
    NewVideosConfig newVideos(ServedModel model) {
        NewVideosConfig own = model.newVideos();
        return newVideosEvery.isPresent() ? own.withEvery(newVideosEvery.getAsInt()) : own;
    }
}
