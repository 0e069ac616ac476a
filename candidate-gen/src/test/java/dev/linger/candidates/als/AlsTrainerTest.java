package dev.linger.candidates.als;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.candidates.FolderCheckpoints;
import dev.linger.candidates.InteractionMatrix;
import dev.linger.candidates.PairPlays;
import dev.linger.candidates.Plays;
import dev.linger.candidates.RepeatRule;
import dev.linger.candidates.WithheldPairs;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.data.store.Checkpoints;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AlsTrainerTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> bothSolvers() {
        return AlsCases.withBothKernels(Stream.concat(AlsCases.exact(), AlsCases.conjugateGradient(2)));
    }

    static Stream<Arguments> bothSolversAndAllWithheld() {
        return AlsCases.withAllWithheld(bothSolvers());
    }

    @ParameterizedTest
    @MethodSource("bothSolversAndAllWithheld")
    void the_loss_never_rises(AlsConfig config, Kernels kernels, WithheldPairs withheld) {
        double[] loss =
                AlsCases.train(AlsCases.log(), withheld, config, kernels, 2).lossTrace();

        assertEquals(config.iterations(), loss.length);
        for (int iteration = 1; iteration < loss.length; iteration++) {
            // Factors are kept as floats, which leaves a relative rounding of 6e-8 a value.
            assertTrue(loss[iteration] <= loss[iteration - 1] * (1 + 1e-7), "iteration " + iteration);
        }
    }

    @ParameterizedTest
    @MethodSource("bothSolversAndAllWithheld")
    void the_traced_loss_is_the_loss_over_all_pairs_but_the_withheld(
            AlsConfig config, Kernels kernels, WithheldPairs withheld) {
        InteractionLog log = AlsCases.log();
        AlsModel model = AlsCases.train(log, withheld, config, kernels, 2);
        InteractionMatrix pairs =
                config.pairs(PairPlays.of(log, AlsCases.USERS, Workers.ofCaller()), AlsCases.ITEMS, Workers.ofCaller());

        double expected = DenseAls.loss(
                config,
                DenseAls.ratios(pairs.byUser()),
                DenseAls.withheld(withheld.byUser(), AlsCases.ITEMS),
                DenseAls.rows(model.userFactors()),
                DenseAls.rows(model.itemFactors()));

        // The vectorised kernels add up a row's pairs in float.
        double rounding = kernels instanceof PlainKernels ? 1e-8 : 1e-6;
        assertEquals(expected, model.lossTrace()[config.iterations() - 1], rounding * expected);
    }

    @ParameterizedTest
    @MethodSource("bothSolvers")
    void factors_and_loss_are_bitwise_the_same_for_1_2_and_3_threads(AlsConfig config, Kernels kernels) {
        AlsModel one = AlsCases.train(AlsCases.log(), config, kernels, 1);
        for (int threads = 2; threads <= 3; threads++) {
            AlsModel more = AlsCases.train(AlsCases.log(), config, kernels, threads);
            assertArrayEquals(one.lossTrace(), more.lossTrace());
            assertArrayEquals(DenseAls.rows(one.userFactors()), DenseAls.rows(more.userFactors()));
            assertArrayEquals(DenseAls.rows(one.itemFactors()), DenseAls.rows(more.itemFactors()));
        }
    }

    /** The first sweep solves items from the users' start exactly, so the start of items leaves no trace. */
    @ParameterizedTest
    @MethodSource("dev.linger.candidates.als.AlsCases#exact")
    void permuting_items_permutes_their_factors_and_leaves_the_users_as_they_are(AlsConfig config) {
        InteractionLog log = AlsCases.log();
        Plays permuted = new Plays();
        for (int row = 0; row < log.size(); row++) {
            permuted.add(log.user(row), permuted(log.item(row)), log.watchRatio(row));
        }

        AlsModel model = AlsCases.train(log, config, 2);
        AlsModel other = AlsCases.train(permuted.log(), config, 2);

        for (int item = 0; item < AlsCases.ITEMS; item++) {
            assertArrayEquals(
                    DenseAls.rows(model.itemFactors())[item], DenseAls.rows(other.itemFactors())[permuted(item)], 1e-4);
        }
        for (int user = 0; user < AlsCases.USERS; user++) {
            assertArrayEquals(DenseAls.rows(model.userFactors())[user], DenseAls.rows(other.userFactors())[user], 1e-4);
        }
    }

    @Test
    void users_and_items_without_plays_have_rows_of_zeros() {
        AlsModel model =
                AlsCases.train(AlsCases.log(), AlsCases.exact().findFirst().orElseThrow(), 1);

        assertTrue(model.userFactors().isZero(AlsCases.USERS - 1));
        assertTrue(model.itemFactors().isZero(AlsCases.ITEMS - 1));
    }

    @Test
    void a_few_conjugate_gradient_steps_end_near_the_exact_loss() {
        AlsConfig exact = new AlsConfig(
                8, AlsCases.WATCH_RATIO, RepeatRule.SUM, 0, 0.5, 2, 0.5, 20, AlsConfig.Solver.CHOLESKY, 1);
        AlsConfig inexact = new AlsConfig(
                8, AlsCases.WATCH_RATIO, RepeatRule.SUM, 0, 0.5, 2, 0.5, 20, AlsConfig.Solver.CONJUGATE_GRADIENT, 3);

        double exactLoss = AlsCases.train(AlsCases.log(), exact, 2).lossTrace()[19];
        double inexactLoss = AlsCases.train(AlsCases.log(), inexact, 2).lossTrace()[19];

        assertEquals(exactLoss, inexactLoss, 0.01 * exactLoss);
    }

    private static int permuted(int item) {
        return (item * 7 + 3) % AlsCases.ITEMS;
    }

    @ParameterizedTest
    @MethodSource("bothSolversAndAllWithheld")
    void a_fit_that_goes_on_from_a_kept_iteration_ends_with_the_same_bits(
            AlsConfig config, Kernels kernels, WithheldPairs withheld) {
        InteractionMatrix pairs = config.pairs(
                PairPlays.of(AlsCases.log(), AlsCases.USERS, Workers.ofCaller()), AlsCases.ITEMS, Workers.ofCaller());
        HalfSweeps sweeps = new LocalHalfSweeps(pairs, withheld, config, kernels, Workers.ofCaller());
        FolderCheckpoints kept = new FolderCheckpoints(folder);
        kept.kill(true);
        assertThrows(FolderCheckpoints.Killed.class, () -> trained(sweeps, config, kernels, kept));

        kept.kill(false);
        AlsStates states = new AlsStates(kept, config);
        AlsModel wentOn =
                AlsTrainer.train(sweeps, config, new Seed(1), kernels, states, Workers.ofCaller(), Progress.SILENT);

        assertTrue(states.takenOver() > 0);
        AlsModel whole = trained(sweeps, config, kernels, Checkpoints.NONE);
        assertArrayEquals(whole.lossTrace(), wentOn.lossTrace());
        assertArrayEquals(whole.userFactors().values(), wentOn.userFactors().values());
        assertArrayEquals(whole.itemFactors().values(), wentOn.itemFactors().values());
        assertArrayEquals(whole.shared().base(), wentOn.shared().base());
        states.remove();
        assertEquals(Set.of(), kept.texts());
    }

    private static AlsModel trained(HalfSweeps sweeps, AlsConfig config, Kernels kernels, Checkpoints checkpoints) {
        AlsStates states = new AlsStates(checkpoints, config);
        return AlsTrainer.train(sweeps, config, new Seed(1), kernels, states, Workers.ofCaller(), Progress.SILENT);
    }
}
