package dev.linger.examples;

import dev.linger.data.config.Key;
import dev.linger.recommender.order.Orderer;
import dev.linger.recommender.order.OrdererConfig;
import dev.linger.recommender.order.OrdererParts;

/** An orderer: a short video, then a long one, and so on, each kind best first, as long as there are both. */
public record AlternateLengthsConfig(
        @Key(value = "videos below are short, in seconds, > 0", byDefault = "10.0") double seconds)
        implements OrdererConfig {
    private static final double MILLIS = 1000;

    public AlternateLengthsConfig {
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("seconds must be > 0 but was " + seconds);
        }
    }

    @Override
    public Orderer create(OrdererParts parts) {
        float[] durations = parts.tables().itemTable().durationMillis();
        return (scored, context) -> {
            int[] ordered = new int[scored.size()];
            int shortAt = next(scored.items(), -1, durations, true);
            int longAt = next(scored.items(), -1, durations, false);
            for (int position = 0; position < ordered.length; position++) {
                boolean takeShort = longAt == ordered.length || (position % 2 == 0 && shortAt < ordered.length);
                ordered[position] = scored.items()[takeShort ? shortAt : longAt];
                if (takeShort) {
                    shortAt = next(scored.items(), shortAt, durations, true);
                } else {
                    longAt = next(scored.items(), longAt, durations, false);
                }
            }
            return Orderer.inOrder(scored.user(), ordered);
        };
    }

    /** The next position of an item of the kind, the number of items where there is none. */
    private int next(int[] items, int after, float[] durations, boolean wantShort) {
        int at = after + 1;
        while (at < items.length && (durations[items[at]] < seconds * MILLIS) != wantShort) {
            at++;
        }
        return at;
    }
}
