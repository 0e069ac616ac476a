package dev.linger.recommender.filter;

import dev.linger.candidates.ItemFilter;
import dev.linger.data.SideTables;
import dev.linger.data.config.Key;

/** Keeps videos of some lengths; one of unknown length is kept. */
public record DurationFilterConfig(
        @Key(value = "shortest video kept, in seconds, >= 0", byDefault = "0.0", because = "keeps all")
                double minSeconds,
        @Key(
                        value = "longest video kept, in seconds, >= minSeconds",
                        byDefault = "86400.0",
                        because = "keeps all: no short video lasts a day")
                double maxSeconds)
        implements FilterConfig {
    private static final double MILLIS = 1000;

    public DurationFilterConfig {
        if (!(minSeconds >= 0 && maxSeconds >= minSeconds)) {
            throw new IllegalArgumentException(
                    "durations must be 0 <= minSeconds <= maxSeconds but were " + minSeconds + " and " + maxSeconds);
        }
    }

    @Override
    public ItemFilter create(SideTables tables, int day) {
        float[] durations = tables.itemTable().durationMillis();
        return (user, item) -> !(durations[item] < minSeconds * MILLIS) && !(durations[item] > maxSeconds * MILLIS);
    }
}
