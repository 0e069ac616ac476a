package dev.linger.recommender.creators;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Fits an {@link UploadModel}. The penalty is one of four, by the log loss on the latest quarter of the days, and with it the model
 * is fitted to all days; outcomes of the days before that quarter lie before it.
 */
public final class UploadTrainer {
    private static final double[] PENALTIES = {1, 10, 100, 1000};

    private UploadTrainer() {}

    /** By all columns; empty where no creator of the examples uploads, or all do. */
    public static Optional<UploadModel> fit(UploadExamples examples, int within) {
        return fit(examples, within, column -> true);
    }

    /** By what creators have uploaded alone. */
    public static Optional<UploadModel> byUploadsAlone(UploadExamples examples, int within) {
        return fit(examples, within, CreatorCounts::isOfUploads);
    }

    private static Optional<UploadModel> fit(UploadExamples examples, int within, IntPredicate columns) {
        if (!examples.hasBoth()) {
            return Optional.empty();
        }
        int[] used = IntStream.range(0, CreatorCounts.columns().size())
                .filter(columns)
                .toArray();
        return Optional.of(LogisticRegression.fit(examples, used, penalty(examples, within, used)));
    }

    private static double penalty(UploadExamples examples, int within, int[] used) {
        int validated = examples.firstValidated();
        UploadExamples early = examples.before(validated - within + 1);
        UploadExamples late = examples.from(validated);
        double best = PENALTIES[1];
        if (early.hasBoth() && late.hasBoth()) {
            double least = Double.POSITIVE_INFINITY;
            for (double penalty : PENALTIES) {
                double loss = logLoss(LogisticRegression.fit(early, used, penalty), late);
                if (loss < least) {
                    least = loss;
                    best = penalty;
                }
            }
        }
        return best;
    }

    /** The mean of {@code -ln} of the chance that was given to what came. */
    private static double logLoss(UploadModel model, UploadExamples examples) {
        double sum = 0;
        for (int row = 0; row < examples.size(); row++) {
            double chance = model.chance(examples.rows().get(row));
            sum -= StrictMath.log(examples.uploads()[row] ? chance : 1 - chance);
        }
        return sum / examples.size();
    }
}
