package dev.linger.pipeline.offpolicy;

import dev.linger.data.InputException;
import dev.linger.data.duration.WatchRules;
import dev.linger.recommender.live.LivePlay;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What is evaluated, and how.
 *
 * @param served folder in which a server kept plays and impressions
 * @param model the target
 * @param places how many first drawn places count
 * @param value what counts of a play
 * @param withinMinutes a play belongs to a list that was asked for so long before it, at most
 * @param clip larger weights count as this one
 */
public record OffPolicyPlan(
        Path served, Path model, int places, Value value, double withinMinutes, OptionalDouble clip) {
    private static final double SECOND = 1000;
    private static final double MINUTE = 60_000;

    /** What counts of a play. */
    public enum Value {
        /** Its capped watch ratio. */
        RATIO,
        /** Its play time. */
        SECONDS,
        /** 1 where it was liked. */
        LIKED;

        /**
         * The value of a name.
         *
         * @throws InputException where none is called so
         */
        public static Value of(String name) {
            for (Value value : values()) {
                if (value.toString().equals(name)) {
                    return value;
                }
            }
            throw new InputException("--value must be ratio, seconds or liked but is " + name);
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        double of(LivePlay play, WatchRules watch) {
            double ratio = (double) play.playMillis() / play.durationMillis();
            return switch (this) {
                case RATIO -> watch.capped(ratio);
                case SECONDS -> play.playMillis() / SECOND;
                case LIKED -> watch.isLiked(ratio) ? 1 : 0;
            };
        }
    }

    /** @throws InputException where it makes no sense */
    public OffPolicyPlan {
        if (places < 1) {
            throw new InputException("--places must be >= 1 but is " + places);
        }
        if (!(withinMinutes > 0) || Double.isInfinite(withinMinutes)) {
            throw new InputException("--within must be > 0 and finite but is " + withinMinutes);
        }
        if (clip.isPresent() && !(clip.getAsDouble() >= 1)) {
            throw new InputException("--clip must be >= 1, the weight of a list that both would show as often, but is "
                    + clip.getAsDouble());
        }
    }

    long withinMillis() {
        return Math.round(withinMinutes * MINUTE);
    }
}
