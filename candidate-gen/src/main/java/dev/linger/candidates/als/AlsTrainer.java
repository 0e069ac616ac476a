package dev.linger.candidates.als;

import dev.linger.candidates.InteractionMatrix;
import dev.linger.candidates.PairPlays;
import dev.linger.candidates.WithheldPairs;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.data.store.Checkpoints;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Fits factors to a log by alternating least squares.
 *
 * <p>An iteration solves all items, then all users, so each user's row is what {@link AlsModel#foldIn} makes of their
 * history (up to the steps of the conjugate gradient, and but for users of withheld pairs). The result is the same for any
 * number of threads; it differs by rounding with the kernels that {@link AlsArithmetic} names.
 */
public final class AlsTrainer {
    private AlsTrainer() {}

    /**
     * Fits a model.
     *
     * @param training the log before the cut; may hold nothing at or after it
     * @param userCount number of users; a user without plays gets a row of zeros
     * @param itemCount number of items; an item without plays gets a row of zeros
     * @param config what to fit
     * @param seed of the start values
     * @throws dev.linger.data.InputException if a row has no unique solution, which more regularization fixes
     */
    public static AlsModel train(
            InteractionLog training,
            int userCount,
            int itemCount,
            AlsConfig config,
            Seed seed,
            Workers workers,
            Progress progress) {
        WithheldPairs nothing = WithheldPairs.none(userCount, itemCount);
        InteractionMatrix pairs = config.pairs(PairPlays.of(training, userCount, workers), itemCount, workers);
        return train(pairs, nothing, config, seed, Kernels.chosen(), workers, progress);
    }

    /** The same of pairs at hand, and with some that are neither observed nor unobserved. */
    static AlsModel train(
            InteractionMatrix pairs,
            WithheldPairs withheld,
            AlsConfig config,
            Seed seed,
            Kernels kernels,
            Workers workers,
            Progress progress) {
        LocalHalfSweeps sweeps = new LocalHalfSweeps(pairs, withheld, config, kernels, workers);
        AlsStates none = new AlsStates(Checkpoints.NONE, config);
        return train(sweeps, config, seed, kernels, none, workers, progress);
    }

    /**
     * The same with rows that are solved wherever they are.
     *
     * @param seed of the run
     * @param states from the last of which the fit goes on
     */
    public static AlsModel train(
            HalfSweeps sweeps, AlsConfig config, Seed seed, AlsStates states, Workers workers, Progress progress) {
        return train(sweeps, config, streams(seed), Kernels.chosen(), states, workers, progress);
    }

    /** From the seed of the run, that from which start values come. */
    static Seed streams(Seed seed) {
        return seed.derive("als");
    }

    static AlsModel train(
            HalfSweeps sweeps,
            AlsConfig config,
            Seed seed,
            Kernels kernels,
            AlsStates states,
            Workers workers,
            Progress progress) {
        int[] pairsOfUser = sweeps.pairCounts(HalfSweeps.Side.USER);
        int[] pairsOfItem = sweeps.pairCounts(HalfSweeps.Side.ITEM);
        AlsStates.State begin = states.latest(pairsOfUser.length, pairsOfItem.length)
                .orElseGet(() -> new AlsStates.State(
                        0,
                        start(pairsOfUser, config, seed.stream("als user factors")),
                        start(pairsOfItem, config, seed.stream("als item factors")),
                        new double[0]));
        FactorMatrix users = begin.users();
        FactorMatrix items = begin.items();
        double[] userGram = Gram.of(users, workers);
        double[] itemGram = Gram.of(items, workers);
        double[] loss = Arrays.copyOf(begin.losses(), config.iterations());
        try (Progress.Task task = progress.start("fit ALS", "iterations", config.iterations())) {
            if (begin.iterations() > 0) {
                task.advance(begin.iterations());
            }
            for (int iteration = begin.iterations(); iteration < config.iterations(); iteration++) {
                HalfSweeps.Sums ofItems = sweeps.solve(HalfSweeps.Side.ITEM, users, userGram, items);
                itemGram = Gram.total(ofItems.grams(), config.factorCount());
                HalfSweeps.Sums ofUsers = sweeps.solve(HalfSweeps.Side.USER, items, itemGram, users);
                userGram = Gram.total(ofUsers.grams(), config.factorCount());
                loss[iteration] = sum(ofUsers.losses()) + penalty(config, pairsOfItem, items);
                states.keep(new AlsStates.State(iteration + 1, users, items, Arrays.copyOf(loss, iteration + 1)));
                task.advance(1);
            }
        }
        double[] shared = new double[itemGram.length];
        for (int at = 0; at < shared.length; at++) {
            shared[at] = config.unobservedWeight() * itemGram[at];
        }
        return new AlsModel(config, users, items, shared, loss, kernels);
    }

    private static double sum(double[] losses) {
        double sum = 0;
        for (double loss : losses) {
            sum += loss;
        }
        return sum;
    }

    /** Sum over rows of regularization * n^power * |row|^2. */
    private static double penalty(AlsConfig config, int[] pairs, FactorMatrix factors) {
        double sum = 0;
        for (int row = 0; row < pairs.length; row++) {
            if (pairs[row] > 0) {
                double norm = factors.norm(row);
                sum += config.ridge(pairs[row]) * norm * norm;
            }
        }
        return sum;
    }

    /** Random rows, drawn for every index so that no row's start depends on another's history; zeros without pairs. */
    private static FactorMatrix start(int[] pairs, AlsConfig config, SplittableRandom random) {
        FactorMatrix factors = FactorMatrix.random(pairs.length, config.factorCount(), random);
        double[] zeros = new double[config.factorCount()];
        for (int row = 0; row < pairs.length; row++) {
            if (pairs[row] == 0) {
                factors.write(row, zeros);
            }
        }
        return factors;
    }
}
