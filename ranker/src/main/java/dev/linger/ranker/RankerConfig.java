package dev.linger.ranker;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.store.ModelReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which ranker to train and how: one block of the configuration, which trains the ranker and reads it back. Whoever adds a
 * kind of ranker writes such a record and registers it (see {@link dev.linger.data.config.ConfigTypes}).
 */
public interface RankerConfig {
    /** What tables call its ranker, and what tells two members of a blend that learn from the same rows apart. */
    String kind();

    /** The rows it learns from. */
    default Set<TrainingSetKind> trainingSets() {
        return Set.of(TrainingSetKind.PLAYS);
    }

    /** How many candidates that were not shown are kept per user as rows to learn from; 0 where there are none to keep. */
    default int negatives() {
        return 0;
    }

    /** Whether its ranker reads the column {@link dev.linger.features.FeatureColumn#STAGE_ONE_SCORE}. */
    default boolean readsRetrievalScore() {
        return false;
    }

    /**
     * A ranker that is trained by itself.
     *
     * @param learnsFrom its rows
     */
    record Learner(RankerConfig model, Set<TrainingSetKind> learnsFrom) {}

    /** What is trained by itself: the members of a blend, or this alone; of the trained ranker likewise, in this order. */
    default List<Learner> learners() {
        return List.of(new Learner(this, trainingSets()));
    }

    /** Whether a blend may mix it with others: not where it is a mixture or the order that blends mix in anyway. */
    default boolean mayBeBlended() {
        return true;
    }

    /**
     * Looks whether what it trains with can be had on this machine: before a long run, and not in its midst.
     *
     * @throws dev.linger.data.InputException where it cannot
     */
    default void requireTrainable() {}

    /**
     * Why there is nothing to learn from rows, in words that follow a colon; empty where there is something.
     *
     * @param rows those to fit to
     */
    default Optional<String> nothingToLearnFrom(TrainingSets.Rows rows) {
        return Optional.empty();
    }

    /**
     * What of it can be trained: itself, or a blend less the members that have nothing to learn from.
     *
     * @param notice told of each ranker that has nothing to learn from
     */
    default RankerConfig trainable(TrainingSets sets, Consumer<String> notice) {
        for (TrainingSets.Rows rows : sets.rows().values()) {
            nothingToLearnFrom(rows)
                    .ifPresent(why -> notice.accept("the ranker " + kind() + " predicts the same for all: " + why));
        }
        return this;
    }

    /**
     * Trains.
     *
     * @param sets those of {@link #trainingSets()}. A member of a blend gets the one set that the blend says, so rankers of
     *     one training set take {@link TrainingSets#single()}
     */
    Trained train(TrainingContext context, TrainingSets sets);

    /**
     * Whether {@link #train} makes a ranker of the fit rows for the choices of others alone: it chooses nothing on the validation
     * rows itself, and learns from them too in the end.
     */
    default boolean fitsForOthersOnly() {
        return false;
    }

    /** The same as {@link Trained#refitted}, but for its trace, where nobody chooses anything by {@link Trained#fitted}. */
    default Ranker trainOnAllRows(TrainingContext context, TrainingSets sets) {
        return train(context, sets).refitted();
    }

    /**
     * Trains on all rows with what an earlier training chose on validation rows, such as the number of rounds; nothing is
     * chosen.
     *
     * @param earlier a ranker of this configuration
     * @param sets as {@link #train} takes them
     */
    default Ranker retrain(Ranker earlier, TrainingContext context, TrainingSets sets) {
        return train(context, sets.withoutValidation()).refitted();
    }

    /**
     * The ranker that {@link Ranker#write} wrote.
     *
     * @throws dev.linger.data.InputException where what is read is not what a ranker of this configuration writes
     */
    Ranker read(ModelReader from);

    /** Reads the name that the files of a ranker begin with, which must be {@link #kind()}. */
    default void requireKind(ColumnReader in) throws IOException {
        String found = in.text();
        if (!found.equals(kind())) {
            throw new IllegalArgumentException(
                    "it holds the ranker '" + found + "' but the configuration has '" + kind() + "'");
        }
    }
}
