package dev.linger.ranker;

import dev.linger.data.store.Checkpoints;
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

    /**
     * Where a training keeps how far it is.
     *
     * @param learnsFrom the rows that it is given
     */
    default Checkpoints checkpoints(Set<TrainingSetKind> learnsFrom) {
        return Checkpoints.NONE;
    }
}
