package dev.linger.ranker;

import java.util.Set;
import java.util.function.Supplier;

/** What earlier trainings on the same rows gave, so that none need be done twice. */
@FunctionalInterface
public interface KnownRankers {
    /** Trains each. */
    KnownRankers NONE = (config, learnsFrom, train) -> train.get();

    /**
     * The ranker that was trained before, or is now.
     *
     * @param learnsFrom the rows that {@code train} gives it
     */
    Trained trained(RankerConfig config, Set<TrainingSetKind> learnsFrom, Supplier<Trained> train);
}
