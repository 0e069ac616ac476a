package dev.linger.neural.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.DeviationQuality;
import dev.linger.ranker.Problems;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.Trained;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.TrainingTrace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeuralTrainerTest {
    private static final TrainingSet FIT = Problems.watching("train", 2000);
    private static final TrainingSet VALIDATION = Problems.watching("validation", 600);
    private static final TrainingSets SETS = TrainingSets.ofPlays(FIT, VALIDATION);

    @ParameterizedTest
    @CsvSource({"L1,RATIO", "L1,LOG", "L1,QUANTILE", "HUBER,RATIO", "MSE,RATIO"})
    void a_network_explains_most_of_what_can_be_explained(Loss loss, TargetScale target) {
        NeuralConfig config = Networks.of(loss, target, 0.005, 20, 0, 2);
        Ranker ranker = config.train(context(), SETS).fitted();
        double[] scores = Problems.scores(ranker, VALIDATION.rows().all());
        // The noise of the problem alone has a mean absolute error of .07 around its median; the global median one of
        // .26.
        assertTrue(error(scores) < 0.12, loss + " " + target + ": " + error(scores));
    }

    private static double error(double[] scores) {
        double sum = 0;
        for (int row = 0; row < scores.length; row++) {
            sum += Math.abs(scores[row] - VALIDATION.label()[row]);
        }
        return sum / scores.length;
    }

    @Test
    void the_epoch_of_the_best_validation_metric_is_kept() {
        NeuralConfig config = Networks.of(Loss.L1, TargetScale.RATIO, 0.05, 12, 2, 1);
        Ranker fitted = config.train(context(), SETS).fitted();
        TrainingTrace trace = fitted.trace().orElseThrow();
        TrainingTrace.Line best = trace.lines().get(trace.bestRound() - 1);
        assertEquals(trace.bestMetric(), best.validation());
        assertTrue(trace.lines().stream().allMatch(line -> line.validation() >= best.validation()));
        assertEquals(
                trace.bestMetric(),
                error(Problems.scores(fitted, VALIDATION.rows().all())),
                1e-9);
        assertEquals(
                Math.min(12, trace.bestRound() + 2),
                trace.lines().get(trace.lines().size() - 1).round());
    }

    @Test
    void a_refit_learns_as_many_epochs_from_all_rows() {
        NeuralConfig config = Networks.small(Loss.L1, TargetScale.RATIO, 1);
        Trained trained = config.train(context(), SETS);
        Ranker again = config.retrain(trained.refitted(), context(), SETS);
        assertArrayEquals(scores(trained.refitted()), scores(again));
        assertEquals(trained.fitted().trace(), trained.refitted().trace());
        assertTrue(!Arrays.equals(scores(trained.fitted()), scores(trained.refitted())));
    }

    @Test
    void without_validation_rows_the_last_epoch_is_kept() {
        NeuralConfig config = Networks.of(Loss.L1, TargetScale.RATIO, 0.01, 2, 0, 1);
        Ranker alone = config.train(context(), TrainingSets.ofPlays(FIT, null)).fitted();
        assertEquals(2, alone.trace().orElseThrow().bestRound());
        NeuralConfig patient = Networks.of(Loss.L1, TargetScale.RATIO, 0.01, 2, 3, 1);
        assertThrows(IllegalArgumentException.class, () -> patient.train(context(), TrainingSets.ofPlays(FIT, null)));
    }

    @Test
    void a_log_loss_gives_log_odds() {
        NeuralConfig config = Networks.of(Loss.LOG_LOSS, TargetScale.RATIO, 0.005, 20, 5, 2);
        Ranker ranker = config.train(context(), SETS).fitted();
        double[] scores = scores(ranker);
        double loss = 0;
        double share = 0;
        for (int row = 0; row < scores.length; row++) {
            int liked = VALIDATION.label()[row] > 1 ? 1 : 0;
            loss += Loss.LOG_LOSS.of((float) scores[row], liked) / scores.length;
            share += (double) liked / scores.length;
        }
        double ofShare = -share * Math.log(share) - (1 - share) * Math.log(1 - share);
        assertTrue(loss < 0.6 * ofShare, loss + " of " + ofShare);
    }

    @Test
    void the_variance_is_that_of_what_each_member_predicts() {
        TrainingSets plays = TrainingSets.ofPlays(FIT, null);
        NeuralRanker one = (NeuralRanker) Networks.of(Loss.L1, TargetScale.RATIO, 0.01, 3, 0, 1)
                .train(context(), plays)
                .fitted();
        NeuralRanker two = (NeuralRanker) Networks.of(Loss.L1, TargetScale.RATIO, 0.01, 3, 0, 2)
                .train(context(), plays)
                .fitted();
        double[] ofFirst = scores(one);
        double[] ofBoth = scores(two);
        FeatureRows rows = VALIDATION.rows().all();
        double[] variances = new double[rows.size()];
        two.variance(rows, variances);
        for (int row = 0; row < variances.length; row++) {
            // of two numbers, a and 2 mean - a: 2 (a - mean)^2
            double distance = ofFirst[row] - ofBoth[row];
            assertEquals(2 * distance * distance, variances[row], 1e-6, "row " + row);
        }
        one.variance(rows, variances);
        assertEquals(0, Arrays.stream(variances).max().orElseThrow());
    }

    @Test
    void networks_that_are_far_apart_are_told_with_how_far_they_are_off() {
        NeuralConfig config = Networks.of(Loss.L1, TargetScale.QUANTILE, 0.01, 3, 2, 2);
        Trained trained = config.train(context(), SETS);
        DeviationQuality quality = trained.fitted().deviationQuality().orElseThrow();
        assertEquals(Optional.of(quality), trained.refitted().deviationQuality());
        assertEquals(10, quality.bins().size());
        assertTrue(Networks.small(Loss.L1, TargetScale.RATIO, 1)
                .train(context(), SETS)
                .fitted()
                .deviationQuality()
                .isEmpty());
    }

    private static double[] scores(Ranker ranker) {
        return Problems.scores(ranker, VALIDATION.rows().all());
    }

    private static TrainingContext context() {
        return new TrainingContext(new Seed(1), 1, Progress.SILENT, List.of());
    }
}
