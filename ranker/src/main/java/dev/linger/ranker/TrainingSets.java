package dev.linger.ranker;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows to learn from.
 *
 * @param rows by training set
 */
public record TrainingSets(Map<TrainingSetKind, Rows> rows) {
    /**
     * The rows of one training set.
     *
     * @param all the rows to fit to and, after them, the validation rows: later ones by which choices are made, and which
     *     are learned from only then; there may be none where nothing is stopped early
     * @param fitRows how many are to fit to, at least 1
     */
    public record Rows(TrainingSet all, int fitRows) {
        public Rows {
            if (fitRows < 1 || fitRows > all.size()) {
                throw new IllegalArgumentException("fitRows must be in 1.." + all.size() + " but was " + fitRows);
            }
        }

        /** Rows to fit to and, where there are any, validation rows with the same columns. */
        public static Rows of(TrainingSet fit, @Nullable TrainingSet validation) {
            return new Rows(validation == null ? fit : fit.and(validation), fit.size());
        }

        /** What is fitted to before all choices are made. */
        public TrainingSet fit() {
            return all.range(0, fitRows);
        }

        /** The rows by which choices are made, null where there are none. */
        public @Nullable TrainingSet validation() {
            return hasValidation() ? all.range(fitRows, all.size()) : null;
        }

        /** Why rankers of the watch ratio have nothing to learn from these rows: all to fit to have the same. */
        public Optional<String> oneRatio() {
            float[] label = all.label();
            for (int row = 1; row < fitRows; row++) {
                if (label[row] != label[0]) {
                    return Optional.empty();
                }
            }
            return Optional.of("all rows that it learns from have the watch ratio " + label[0]);
        }

        public boolean hasValidation() {
            return fitRows < all.size();
        }
    }

    public TrainingSets {
        rows = Map.copyOf(rows);
    }

    /** Plays alone. */
    public static TrainingSets ofPlays(TrainingSet fit, @Nullable TrainingSet validation) {
        return new TrainingSets(Map.of(TrainingSetKind.PLAYS, Rows.of(fit, validation)));
    }

    /** The rows of a training set, which must be there. */
    public Rows of(TrainingSetKind kind) {
        Rows found = rows.get(kind);
        if (found == null) {
            throw new IllegalArgumentException("there are no rows of " + kind.label() + " to learn from");
        }
        return found;
    }

    /** The rows of the only training set, for rankers that learn from one, whichever it is. */
    public Rows single() {
        if (rows.size() != 1) {
            throw new IllegalArgumentException("there must be one training set to learn from but there are "
                    + rows.keySet().stream()
                            .map(TrainingSetKind::label)
                            .sorted()
                            .toList());
        }
        return rows.values().iterator().next();
    }

    /** The same with every row to fit to: nothing is left to choose by. */
    public TrainingSets withoutValidation() {
        return new TrainingSets(rows.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> Rows.of(entry.getValue().all(), null))));
    }

    /** These training sets and no others; each must be there. */
    public TrainingSets only(Set<TrainingSetKind> kinds) {
        return new TrainingSets(kinds.stream().collect(Collectors.toMap(kind -> kind, this::of)));
    }
}
