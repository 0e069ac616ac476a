package dev.linger.candidates.als;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.candidates.InteractionMatrix;
import dev.linger.candidates.NearBlock;
import dev.linger.candidates.PairPlays;
import dev.linger.candidates.Plays;
import dev.linger.candidates.RepeatRule;
import dev.linger.candidates.WithheldPairs;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HalfSweepTest {
    static Stream<Arguments> solversToTheEnd() {
        return AlsCases.withAllWithheld(
                AlsCases.withBothKernels(Stream.concat(AlsCases.exact(), AlsCases.conjugateGradient(60))));
    }

    @ParameterizedTest
    @MethodSource("solversToTheEnd")
    void every_row_solves_the_normal_equations_over_all_pairs(
            AlsConfig config, Kernels kernels, WithheldPairs withheld) {
        InteractionMatrix pairs = pairs(config, AlsCases.log());
        FactorMatrix items = random(AlsCases.ITEMS, config, "items");
        FactorMatrix users = random(AlsCases.USERS, config, "users");

        sweep(config, kernels, pairs, withheld, items, users);

        double[][] ratios = DenseAls.ratios(pairs.byUser());
        boolean[][] isWithheld = DenseAls.withheld(withheld.byUser(), AlsCases.ITEMS);
        for (int user = 0; user < AlsCases.USERS; user++) {
            double[] expected = DenseAls.solveRow(config, ratios[user], isWithheld[user], DenseAls.rows(items));
            double[] solved = DenseAls.rows(users)[user];
            assertArrayEquals(expected, solved, 1e-6 * (1 + largest(expected)), "user " + user);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.linger.candidates.als.AlsCases#bothKernels")
    void an_error_names_the_row_and_asks_for_more_regularization(Kernels kernels) {
        AlsConfig config =
                new AlsConfig(2, AlsCases.WATCH_RATIO, RepeatRule.SUM, 0, 0, 0, 0, 1, AlsConfig.Solver.CHOLESKY, 1);
        // One pair, two factors, nothing else: any x with x.y = 1 is a solution.
        InteractionMatrix pairs = pairs(config, new Plays().add(5, 3, 1).log());
        WithheldPairs nothing = WithheldPairs.none(AlsCases.USERS, AlsCases.ITEMS);
        FactorMatrix items = new FactorMatrix(AlsCases.ITEMS, 2);
        items.write(3, new double[] {1, 1});

        InputException error = assertThrows(
                InputException.class,
                () -> sweep(config, kernels, pairs, nothing, items, new FactorMatrix(AlsCases.USERS, 2)));

        assertTrue(error.getMessage().contains("user 5"), error.getMessage());
        assertTrue(error.getMessage().contains("raise regularization, which is 0.0"), error.getMessage());
    }

    private static void sweep(
            AlsConfig config,
            Kernels kernels,
            InteractionMatrix pairs,
            WithheldPairs withheld,
            FactorMatrix items,
            FactorMatrix users) {
        try (Workers workers = new Workers(2)) {
            UnobservedTerm unobserved = new UnobservedTerm(
                    config.unobservedWeight(),
                    items,
                    Gram.of(items, workers),
                    NearBlock.of(withheld.byUser()),
                    workers);
            RowBlock all = new RowBlock(HalfSweeps.Side.USER, 0, pairs.byUser(), NearBlock.of(withheld.byUser()));
            new HalfSweep(config, kernels, workers).run(all, items, unobserved, users);
        }
    }

    private static InteractionMatrix pairs(AlsConfig config, InteractionLog log) {
        return config.pairs(PairPlays.of(log, AlsCases.USERS, Workers.ofCaller()), AlsCases.ITEMS, Workers.ofCaller());
    }

    private static FactorMatrix random(int rows, AlsConfig config, String name) {
        return FactorMatrix.random(rows, config.factorCount(), new Seed(3).stream(name));
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
