package dev.linger.pipeline.training;

import dev.linger.data.Workers;
import dev.linger.features.FeatureColumn;
import dev.linger.features.skew.FeatureDistributions;
import dev.linger.pipeline.cache.Kept;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
import java.util.List;
import java.util.Optional;
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
        return new LearnedColumns(
                of(trainingSets.of(TrainingSetKind.PLAYS), workers),
                trainingSets.rows().keySet().stream()
                        .filter(TrainingSetKind::isOfCandidates)
                        .sorted()
                        .findFirst()
                        .map(kind -> of(trainingSets.of(kind), workers)));
    }

    private static FeatureDistributions of(TrainingSets.Rows kind, Workers workers) {
        int step = (kind.fitRows() + ROWS - 1) / ROWS;
        int[] rows = IntStream.iterate(0, row -> row < kind.fitRows(), row -> row + step)
                .toArray();
        return FeatureDistributions.of(kind.all().rows().pick(rows).all(), workers);
    }

    /** Those of what is most like the candidates that are asked for: of candidates, where there are any, else of plays. */
    public FeatureDistributions likeRequests() {
        return candidates.orElse(plays);
    }

    /**
     * How they are kept.
     *
     * @param columns those of the rows
     */
    public static Kept<LearnedColumns> kept(List<FeatureColumn> columns) {
        return Kept.columns(
                (learned, out) -> {
                    learned.plays.write(out);
                    out.number(learned.candidates.isPresent() ? 1 : 0);
                    if (learned.candidates.isPresent()) {
                        learned.candidates.get().write(out);
                    }
                },
                in -> new LearnedColumns(
                        FeatureDistributions.read(in, columns),
                        in.number() == 0 ? Optional.empty() : Optional.of(FeatureDistributions.read(in, columns))));
    }
}
