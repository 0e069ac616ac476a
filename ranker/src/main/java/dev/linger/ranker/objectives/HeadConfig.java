package dev.linger.ranker.objectives;

import dev.linger.data.InputException;
import dev.linger.data.config.Key;
import dev.linger.features.FeatureColumn;
import dev.linger.ranker.TrainingSet;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** One objective, and what it counts. */
public record HeadConfig(
        @Key("ratio: the watch ratio; watched-through: whether it is 1 or more; long-view: whether so many seconds"
                        + " are watched, of features with the column duration_millis; flag: whether the play has a flag of the"
                        + " data, of training sets of plays")
                Objective objective,
        @Key("its weight in the score, finite, above 0, of the ratio or of the chance") double weight,
        @Key(
                        value = "seconds of a long view, > 0",
                        byDefault = "18.0",
                        because = "what long_view of KuaiRand asks of longer videos")
                double seconds,
        @Key(
                        value = "name of the flag that flag is about; linger inspect names those of the data",
                        byDefault = "\"is_like\"",
                        because = "a like is the plainest word of a user")
                String flag) {
    private static final String DURATION = "duration_millis";
    private static final double MILLIS = 1000;

    /** What a head predicts. */
    public enum Objective {
        RATIO,
        WATCHED_THROUGH,
        LONG_VIEW,
        FLAG
    }

    public HeadConfig {
        if (!(weight > 0) || Double.isInfinite(weight) || !(seconds > 0) || Double.isInfinite(seconds)) {
            throw new IllegalArgumentException(
                    "weight and seconds must be > 0 and finite but were " + weight + " and " + seconds);
        }
    }

    /** What tables and files call it. */
    public String name() {
        String of = objective == Objective.FLAG ? "flag-" + flag : objective.name();
        return of.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** Whether it predicts a chance. */
    public boolean isChance() {
        return objective != Objective.RATIO;
    }

    /** What the head learns: the ratios themselves, or 1 where the objective is reached and else 0. */
    public float[] labels(TrainingSet rows) {
        float[] ratio = rows.label();
        return switch (objective) {
            case RATIO -> ratio;
            case WATCHED_THROUGH -> labels(ratio.length, row -> ratio[row] >= 1);
            case LONG_VIEW -> {
                float[] millis = durations(rows);
                yield labels(ratio.length, row -> (double) ratio[row] * millis[row] >= seconds * MILLIS);
            }
            case FLAG -> {
                int position = position(rows.flags().names());
                yield labels(ratio.length, row -> rows.flags().has(row, position));
            }
        };
    }

    private int position(List<String> names) {
        int position = names.indexOf(flag);
        if (position < 0) {
            throw new InputException("heads: one asks for the flag " + flag + ", but "
                    + (names.isEmpty()
                            ? "the rows have none: candidates have no flags, nor has data whose flags are not named"
                            : "the plays have " + String.join(", ", names))
                    + "; name another one, or leave the head out");
        }
        return position;
    }

    private static float[] labels(int rows, IntPredicate reaches) {
        float[] labels = new float[rows];
        IntStream.range(0, rows).filter(reaches).forEach(row -> labels[row] = 1);
        return labels;
    }

    /** NaN where a length is not known, which is no long view. */
    private static float[] durations(TrainingSet rows) {
        int column =
                rows.rows().columns().stream().map(FeatureColumn::name).toList().indexOf(DURATION);
        if (column < 0) {
            throw new InputException("heads: long-view needs the column " + DURATION
                    + ", which the features do not have; add the group item-profile to features.groups, or leave the head"
                    + " out");
        }
        float[] millis = new float[rows.size()];
        rows.rows().forEachBlockAtOnce((firstRow, block) -> {
            for (int row = 0; row < block.size(); row++) {
                millis[firstRow + row] = block.value(row, column);
            }
        });
        return millis;
    }
}
