package dev.linger.neural.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.candidates.FolderCheckpoints;
import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.store.Checkpoints;
import dev.linger.ranker.KnownRankers;
import dev.linger.ranker.Problems;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.Trained;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.TrainingTrace;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What networks of one head and of several have in common. */
class RowTrainingTest {
    private static final TrainingSet FIT = Problems.watching("train", 2000);
    private static final TrainingSet VALIDATION = Problems.watching("validation", 600);
    private static final TrainingSets SETS = TrainingSets.ofPlays(FIT, VALIDATION);

    /** Both, of networks that learn so. */
    private static Stream<RankerConfig> of(NeuralConfig network) {
        return Stream.of(network, new MultiTaskConfig(MultiTaskTest.small(1, 2).heads(), List.of(1.0, 2.0), network));
    }

    static Stream<RankerConfig> patient() {
        return of(Networks.of(Loss.L1, TargetScale.QUANTILE, 0.01, 3, 2, 2));
    }

    static Stream<RankerConfig> impatient() {
        return of(Networks.of(Loss.L1, TargetScale.RATIO, 0.05, 6, 0, 1));
    }

    static Stream<RankerConfig> diverging() {
        return of(Networks.of(Loss.MSE, TargetScale.RATIO, 1e30, 5, 0, 1));
    }

    @ParameterizedTest
    @MethodSource("patient")
    void a_killed_training_goes_on_from_its_last_epoch_to_the_same_bits(RankerConfig config, @TempDir Path folder) {
        Trained expected = config.train(context(Checkpoints.NONE), SETS);
        FolderCheckpoints checkpoints = new FolderCheckpoints(folder);
        checkpoints.kill(true);
        TrainingTrace trace = expected.fitted().trace().orElseThrow();
        int epochs = trace.lines().size() + trace.bestRound();
        for (int epoch = 0; epoch < epochs; epoch++) {
            TrainingContext killed = context(checkpoints);
            assertThrows(FolderCheckpoints.Killed.class, () -> config.train(killed, SETS));
        }
        Trained trained = config.train(context(checkpoints), SETS);
        assertArrayEquals(scores(expected.fitted()), scores(trained.fitted()));
        assertEquals(trace, trained.fitted().trace().orElseThrow());
        assertArrayEquals(scores(expected.refitted()), scores(trained.refitted()));
        assertFalse(checkpoints.texts().iterator().hasNext(), "nothing is left of a training that is whole");
    }

    @ParameterizedTest
    @MethodSource("impatient")
    void without_patience_the_last_epoch_is_kept(RankerConfig config) {
        TrainingTrace trace =
                config.train(context(Checkpoints.NONE), SETS).fitted().trace().orElseThrow();
        assertEquals(6, trace.bestRound());
        assertEquals(trace.lines().get(5).validation(), trace.bestMetric());
    }

    @ParameterizedTest
    @MethodSource("diverging")
    void a_training_that_leaves_all_numbers_is_told_with_epoch_and_step(RankerConfig config) {
        TrainingContext context = context(Checkpoints.NONE);
        String message = assertThrows(InputException.class, () -> config.train(context, SETS))
                .getMessage();
        String key = config instanceof NeuralConfig ? "learningRate" : "network.learningRate";
        assertEquals(
                config.kind() + ": the loss is no number any more in epoch 1. Give a smaller " + key + " than 1.0E30.",
                message);
    }

    private static double[] scores(Ranker ranker) {
        return Problems.scores(ranker, VALIDATION.rows().all());
    }

    private static TrainingContext context(Checkpoints checkpoints) {
        KnownRankers known = new KnownRankers() {
            @Override
            public Trained trained(RankerConfig config, Set<TrainingSetKind> learnsFrom, Supplier<Trained> train) {
                return train.get();
            }

            @Override
            public Checkpoints checkpoints(Set<TrainingSetKind> learnsFrom) {
                return checkpoints;
            }
        };
        return new TrainingContext(new Seed(1), 1, Progress.SILENT, List.of(), known);
    }
}
