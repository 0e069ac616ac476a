package dev.linger.pipeline.config;

import java.util.Locale;

/** Where candidates can come from; in a configuration, the name in kebab-case. */
public enum Source {
    /** Confidence-weighted implicit factors. */
    ALS,
    /** Plays of the video. */
    POPULARITY(true),
    /** Smoothed share of its plays that were liked. */
    RATE_POPULARITY(true),
    /** Liked plays, of which those of yesterday count more. */
    RECENT_LIKED(true),
    /** Videos liked together with those the user liked. */
    ITEM_KNN,
    /** Videos whose like is told by a linear model of what the user liked. */
    EASE,
    /** Videos of the authors and tags the user likes. */
    AFFINITY,
    /** Young videos that did well by the daily statistics, played in the log or not. */
    FRESH_VIDEOS(true);

    private final boolean sameForAll;

    Source() {
        this(false);
    }

    Source(boolean sameForAll) {
        this.sameForAll = sameForAll;
    }

    /** Whether it has one order for all users, and so needs no history of the user. */
    public boolean isSameForAll() {
        return sameForAll;
    }

    /** The name in kebab-case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
