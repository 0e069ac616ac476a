package dev.linger.neural.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.neural.net.Gradients;
import dev.linger.ranker.HeadQuality;
import dev.linger.ranker.Problems;
import dev.linger.ranker.Trained;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.objectives.HeadConfig;
import dev.linger.ranker.objectives.HeadConfig.Objective;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultiTaskTest {
    private static final TrainingSet FIT = Problems.watching("train", 2000);
    private static final TrainingSet VALIDATION = Problems.watching("validation", 600);
    private static final TrainingSets SETS = TrainingSets.ofPlays(FIT, VALIDATION);
    private static final HeadConfig RATIO = new HeadConfig(Objective.RATIO, 1, 18, "is_like");
    private static final HeadConfig THROUGH = new HeadConfig(Objective.WATCHED_THROUGH, 2, 18, "is_like");
    private static final HeadConfig LIKE = new HeadConfig(Objective.FLAG, 1, 18, "is_like");

    /** Heads of the ratio and of watching through, with the weights of their losses. */
    static MultiTaskConfig small(double ofRatio, double ofChance) {
        return new MultiTaskConfig(
                List.of(RATIO, THROUGH), List.of(ofRatio, ofChance), Networks.small(Loss.L1, TargetScale.RATIO, 2));
    }

    @Test
    void the_loss_is_the_weighted_sum_of_the_heads() {
        TaskLosses losses = new TaskLosses(
                List.of(Loss.MSE, Loss.LOG_LOSS), List.of(0.5, 2.0), List.of(new float[] {9, 1}, new float[] {9, 1}));
        float[] gradient = new float[4];
        // the second row, the second of the outputs: .5 (3 - 1)^2 + 2 log(2)
        assertEquals(2 + 2 * Math.log(2), losses.learn(1, 1, new float[] {7, 7, 3, 0}, gradient, 10), 1e-9);
        // .5 * 2 (3 - 1) / 10 and 2 (1/2 - 1) / 10
        assertArrayEquals(new float[] {0, 0, 0.2f, -0.1f}, gradient, 1e-7f);
    }

    @Test
    void gradients_of_the_shared_layers_and_the_heads_are_those_of_small_changes() {
        // Few, so that none has zeros for all units of a layer: the next one would be its biases alone, and 0 is a
        // ReLU's kink.
        int rows = 6;
        NeuralConfig of = new NeuralConfig(
                Loss.MSE, TargetScale.RATIO, 1, List.of(6, 4), 4, 2, 2, 100, 0, 0.01, 64, 1, 0, true, 1);
        MultiTaskConfig config = new MultiTaskConfig(List.of(RATIO, THROUGH), List.of(0.5, 2.0), of);
        RowCodes codes = RowCodes.of(FIT.rows(), rows, of);
        RowNetwork network = new RowNetwork(codes, 100, 100, of, 2);
        network.network().start(new Seed(3).stream("start"));
        TaskLosses losses = config.losses(of.target(FIT.label()), FIT);
        RowNetwork.Pass pass = network.new Pass(CodedRows.of(FIT.rows(), codes), rows);
        pass.start();
        for (int row = 0; row < rows; row++) {
            pass.input(row, row);
        }
        float[] weights = network.network().weights();
        float[] transposed = new float[weights.length];
        float[] gradient = new float[weights.length];
        network.transpose(transposed);
        pass.forward(rows);
        learn(losses, pass, rows);
        pass.backward(transposed, gradient, rows);
        Gradients.check(weights, gradient, () -> {
            pass.forward(rows);
            return learn(losses, pass, rows);
        });
    }

    private static double learn(TaskLosses losses, RowNetwork.Pass pass, int rows) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += losses.learn(row, row, pass.output(), pass.outputGradient(), rows) / rows;
        }
        return sum;
    }

    @Test
    void a_head_tells_apart_what_is_watched_through() {
        Trained trained = small(1, 1).train(context(1), SETS);
        HeadQuality quality = trained.fitted().headQualities().get(0);
        assertEquals("watched-through", quality.head());
        assertTrue(quality.auc() > 0.85, "auc " + quality.auc());
        assertTrue(quality.calibrated() <= quality.logLoss(), quality.toString());
    }

    @Test
    void bits_do_not_depend_on_threads() {
        assertArrayEquals(
                scores(small(1, 1).train(context(1), SETS)), scores(small(1, 1).train(context(2), SETS)));
    }

    @Test
    void weights_of_the_losses_are_one_a_head_and_of_no_effect_where_they_are_the_default() {
        MultiTaskConfig none = new MultiTaskConfig(
                List.of(RATIO, THROUGH), List.of(), small(1, 1).network());
        assertArrayEquals(scores(small(1, 1).train(context(1), SETS)), scores(none.train(context(1), SETS)));
        List<Double> one = List.of(1.0);
        assertThrows(
                IllegalArgumentException.class,
                () -> new MultiTaskConfig(List.of(RATIO, THROUGH), one, none.network()));
    }

    @Test
    void a_flag_that_rows_do_not_have_is_told() {
        MultiTaskConfig config =
                new MultiTaskConfig(List.of(RATIO, LIKE), List.of(), small(1, 1).network());
        TrainingContext context = context(1);
        String message = assertThrows(InputException.class, () -> config.train(context, SETS))
                .getMessage();
        assertTrue(message.contains("is_like"), message);
    }

    private static double[] scores(Trained trained) {
        return Problems.scores(trained.refitted(), VALIDATION.rows().all());
    }

    private static TrainingContext context(int threads) {
        return new TrainingContext(new Seed(1), threads, Progress.SILENT, List.of());
    }
}
