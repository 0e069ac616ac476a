package dev.linger.candidates.als;

import dev.linger.candidates.InteractionMatrix;
import dev.linger.candidates.NearBlock;
import dev.linger.candidates.PairPlays;
import dev.linger.candidates.SparseRows;
import dev.linger.candidates.WithheldPairs;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
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
        FactorMatrix users = start(pairs.byUser(), config, seed.stream("als user factors"));
        SparseRows byItem = pairs.byItem();
        FactorMatrix items = start(byItem, config, seed.stream("als item factors"));
        HalfSweep sweep = new HalfSweep(config, kernels, workers);
        NearBlock withheldOfItem = NearBlock.of(withheld.byItem());
        NearBlock withheldOfUser = NearBlock.of(withheld.byUser());
        double[] userGram = Gram.of(users, workers);
        double[] loss = new double[config.iterations()];
        double weight = config.unobservedWeight();
        double[] shared = new double[0];
        try (Progress.Task task = progress.start("fit ALS", "iterations", config.iterations())) {
            for (int iteration = 0; iteration < config.iterations(); iteration++) {
                UnobservedTerm ofItems = new UnobservedTerm(weight, users, userGram, withheldOfItem, workers);
                sweep.run("item", byItem, users, ofItems, items);
                double[] itemGram = Gram.of(items, workers);
                UnobservedTerm ofUsers = new UnobservedTerm(weight, items, itemGram, withheldOfUser, workers);
                loss[iteration] =
                        sweep.run("user", pairs.byUser(), items, ofUsers, users) + penalty(config, byItem, items);
                userGram = Gram.of(users, workers);
                shared = ofUsers.shared();
                task.advance(1);
            }
        }
        return new AlsModel(config, users, items, shared, loss, kernels);
    }

    /** Sum over rows of regularization * n^power * |row|^2. */
    private static double penalty(AlsConfig config, SparseRows pairs, FactorMatrix factors) {
        double sum = 0;
        for (int row = 0; row < pairs.rowCount(); row++) {
            if (pairs.count(row) > 0) {
                double norm = factors.norm(row);
                sum += config.ridge(pairs.count(row)) * norm * norm;
            }
        }
        return sum;
    }

    /** Random rows, drawn for every index so that no row's start depends on another's history; zeros without pairs. */
    private static FactorMatrix start(SparseRows pairs, AlsConfig config, SplittableRandom random) {
        FactorMatrix factors = FactorMatrix.random(pairs.rowCount(), config.factorCount(), random);
        double[] zeros = new double[config.factorCount()];
        for (int row = 0; row < pairs.rowCount(); row++) {
            if (pairs.count(row) == 0) {
                factors.write(row, zeros);
            }
        }
        return factors;
    }
}
