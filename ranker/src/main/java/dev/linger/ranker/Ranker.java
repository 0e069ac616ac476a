package dev.linger.ranker;

import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureRows;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Gives feature rows the scores that lists are ordered by; immutable, so it may be used by several threads. It says what its
 * scores mean and how it was trained, so nobody has to ask which class it is.
 */
public interface Ranker {
    /** A short name for tables, the {@link RankerConfig#kind()} of its configuration. */
    String name();

    /** What its scores are. */
    Prediction prediction();

    /** Whether scores are predictions of watch_ratio, and so have an error. */
    default boolean predictsWatchRatio() {
        return prediction() == Prediction.WATCH_RATIO;
    }

    /** Whether it would be another ranker if labels were others. */
    default boolean learnsFromLabels() {
        return true;
    }

    /**
     * Whether its scores depend on more than the user, the item and what retrieval says of them. Where not, it is also given rows
     * with the columns of retrieval alone, and must score them the same.
     */
    default boolean readsFeatures() {
        return true;
    }

    /** What each column was worth, by falling gain; empty for a ranker that cannot tell. */
    default List<ColumnImportance> importances() {
        return List.of();
    }

    /** How good each of its heads is, where it has several that predict chances; empty where that is not known. */
    default List<HeadQuality> headQualities() {
        return List.of();
    }

    /** How well it knows how far it is off; empty for a ranker that does not know, or of which that is not known. */
    default Optional<DeviationQuality> deviationQuality() {
        return Optional.empty();
    }

    /** How its training went; empty for a ranker that is not trained round by round. */
    default Optional<TrainingTrace> trace() {
        return Optional.empty();
    }

    /**
     * Scores every row; the higher, the better.
     *
     * @param rows the rows of one or more lists: rows of one list are consecutive and have the same user
     * @param scores where the score of each row is written, never NaN; as long as there are rows
     * @throws IllegalArgumentException where the rows do not have the columns of the training
     */
    void score(FeatureRows rows, double[] scores);

    /**
     * What each column added to the score of each row; empty for a ranker whose scores are no sum over columns.
     *
     * @throws IllegalArgumentException where the rows do not have the columns of the training
     */
    default Optional<ColumnContributions> contributions(FeatureRows rows) {
        return Optional.empty();
    }

    /** Writes what {@link RankerConfig#read} makes the same ranker of, with scores that are equal to the last bit. */
    void write(ModelWriter to) throws IOException;
}
