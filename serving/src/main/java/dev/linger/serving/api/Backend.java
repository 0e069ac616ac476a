package dev.linger.serving.api;

import dev.linger.serving.impressions.ImpressionLog;
import dev.linger.serving.models.ModelClock;
import dev.linger.serving.models.Models;
import dev.linger.serving.store.PlayStore;

/**
 * What routes ask once a server is ready.
 *
 * @param models that answer
 * @param clock what time it is
 * @param store where plays are kept
 * @param impressions where lists are noted
 */
public record Backend(Models models, ModelClock clock, PlayStore store, ImpressionLog impressions) {}
