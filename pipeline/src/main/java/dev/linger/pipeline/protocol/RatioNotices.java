package dev.linger.pipeline.protocol;

import dev.linger.data.InteractionLog;
import dev.linger.data.duration.WatchRules;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What the watch ratios before the cut leave nothing to learn about. */
public final class RatioNotices {
    private RatioNotices() {}

    /** At most one notice: that all ratios are alike, or that none or all plays are liked. */
    public static List<String> of(InteractionLog training, WatchRules rules) {
        double lowest = ratios(training).min().orElseThrow();
        double highest = ratios(training).max().orElseThrow();
        if (lowest == highest) {
            return List.of(text(
                    "all plays before the cut have the watch ratio %s, so there is nothing to predict and nothing to tell"
                            + " videos apart by but how often they are played",
                    highest));
        }
        if (!rules.isLiked(highest)) {
            return List.of(text(
                    "no play before the cut has a watch ratio above watch.likedAbove, which is %s, the highest being %s, so"
                            + " sources and columns of liked plays have nothing to learn from",
                    rules.likedAbove(), highest));
        }
        if (rules.isLiked(lowest)) {
            return List.of(text(
                    "all plays before the cut have a watch ratio above watch.likedAbove, which is %s, the lowest being %s, so"
                            + " sources and columns of liked plays count plays",
                    rules.likedAbove(), lowest));
        }
        return List.of();
    }

    private static DoubleStream ratios(InteractionLog training) {
        return IntStream.range(0, training.size()).mapToDouble(training::watchRatio);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
