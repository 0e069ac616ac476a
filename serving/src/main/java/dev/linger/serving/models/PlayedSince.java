package dev.linger.serving.models;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The videos that users have played since a model was fitted. */
final class PlayedSince {
    private final Map<Long, Set<Long>> ofUser = new ConcurrentHashMap<>();

    void add(long userId, long videoId) {
        ofUser.computeIfAbsent(userId, user -> ConcurrentHashMap.newKeySet()).add(videoId);
    }

    Set<Long> of(long userId) {
        return ofUser.getOrDefault(userId, Set.of());
    }
}
