package dev.linger.pipeline.training;

import dev.linger.data.Workers;
import dev.linger.features.skew.FeatureDistributions;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How the values of each column are spread over the fit rows of training sets, or every n-th of them.
 *
 * @param plays over those of training set plays
 * @param candidates over those of a training set of candidates, where there is one
 */
public record LearnedColumns(FeatureDistributions plays, Optional<FeatureDistributions> candidates) {
    /** At most so many rows of a training set are looked at. */
    private static final int ROWS = 50_000;

    /** Looks at training sets. */
    public static LearnedColumns of(TrainingSets trainingSets, Workers workers) {
        return of(trainingSets.rows().keySet(), kind -> ofKind(trainingSets.of(kind), workers));
    }

    /**
     * The same from how the columns of each training set are spread.
     *
     * @param kinds the training sets there are
     * @param ofKind asked for those that are looked at; gives what {@link #ofKind(TrainingSets.Rows, Workers)} does
     */
    public static LearnedColumns of(
            Set<TrainingSetKind> kinds, Function<TrainingSetKind, FeatureDistributions> ofKind) {
        return new LearnedColumns(
                ofKind.apply(TrainingSetKind.PLAYS),
                kinds.stream()
                        .filter(TrainingSetKind::isOfCandidates)
                        .sorted()
                        .findFirst()
                        .map(ofKind));
    }

    /** How the columns of one training set are spread. */
    public static FeatureDistributions ofKind(TrainingSets.Rows kind, Workers workers) {
        int step = (kind.fitRows() + ROWS - 1) / ROWS;
        int[] rows = IntStream.iterate(0, row -> row < kind.fitRows(), row -> row + step)
                .toArray();
        return FeatureDistributions.of(kind.all().rows().pick(rows).all(), workers);
    }

    /** Those of what is most like the candidates that are asked for: of candidates, where there are any, else of plays. */
    public FeatureDistributions likeRequests() {
        return candidates.orElse(plays);
    }
}
