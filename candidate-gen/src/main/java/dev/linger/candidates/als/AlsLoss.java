package dev.linger.candidates.als;

import dev.linger.candidates.InteractionMatrix;
import dev.linger.candidates.SparseRows;
import dev.linger.data.Workers;

/**
 * The exact loss (see the package's doc) without a look at the unobserved pairs:
 * {@code sum over all pairs of (x.y)^2 = trace(X'X Y'Y)}, the sum of the products of the two grams' cells, less the sum
 * over the withheld pairs.
 */
final class AlsLoss {
    private static final int ROWS_PER_BLOCK = 256;

    private AlsLoss() {}

    static double of(
            AlsConfig config,
            InteractionMatrix pairs,
            FactorMatrix users,
            double[] userGram,
            FactorMatrix items,
            double[] itemGram,
            UnobservedTerm unobserved,
            Kernels kernels,
            Workers workers) {
        return observed(config.weighting(), pairs.byUser(), users, items, kernels, workers)
                + config.unobservedWeight() * (dot(userGram, itemGram) - withheldSquares(unobserved, users, workers))
                + penalty(config, pairs.byUser(), users)
                + penalty(config, pairs.byItem(), items);
    }

    /** Sum over observed pairs of c (p - x.y)^2, block by block. */
    private static double observed(
            Weighting weighting,
            SparseRows pairs,
            FactorMatrix users,
            FactorMatrix items,
            Kernels kernels,
            Workers workers) {
        double[] sums = new double[Workers.blockCount(pairs.rowCount(), ROWS_PER_BLOCK)];
        workers.forBlocks(
                pairs.rowCount(), ROWS_PER_BLOCK, () -> new ObservedRow(items, weighting), (row, block, from, to) -> {
                    double[] x = new double[users.factorCount()];
                    for (int user = from; user < to; user++) {
                        users.read(user, x, 0);
                        row.gather(pairs, user);
                        sums[block] = kernels.addSquaredErrors(sums[block], row, x);
                    }
                });
        return total(sums);
    }

    /** Sum over withheld pairs of (x.y)^2, block by block. */
    private static double withheldSquares(UnobservedTerm unobserved, FactorMatrix users, Workers workers) {
        double[] sums = new double[Workers.blockCount(users.rowCount(), ROWS_PER_BLOCK)];
        workers.forBlocks(users.rowCount(), ROWS_PER_BLOCK, unobserved::rows, (rows, block, from, to) -> {
            double[] x = new double[users.factorCount()];
            for (int user = from; user < to; user++) {
                users.read(user, x, 0);
                sums[block] += rows.withheldSquares(user, x);
            }
        });
        return total(sums);
    }

    private static double total(double[] sums) {
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        return total;
    }

    /** Sum over rows of regularization * n^power * |row|^2. */
    private static double penalty(AlsConfig config, SparseRows pairs, FactorMatrix factors) {
        double[] row = new double[factors.factorCount()];
        double sum = 0;
        for (int index = 0; index < pairs.rowCount(); index++) {
            if (pairs.count(index) > 0) {
                factors.read(index, row, 0);
                sum += config.ridge(pairs.count(index)) * dot(row, row);
            }
        }
        return sum;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int at = 0; at < left.length; at++) {
            sum += left[at] * right[at];
        }
        return sum;
    }
}
