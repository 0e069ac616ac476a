package dev.linger.candidates.als;

import dev.linger.candidates.SparseRows;
import dev.linger.data.InputException;
import dev.linger.data.Workers;
import java.util.Arrays;

/** Half an iteration: every row of one side is solved with the other side fixed; rows do not see each other. */
final class HalfSweep {
    private static final int ROWS_PER_BLOCK = 32;

    private final AlsConfig config;
    private final Kernels kernels;
    private final Workers workers;

    HalfSweep(AlsConfig config, Kernels kernels, Workers workers) {
        this.config = config;
        this.kernels = kernels;
        this.workers = workers;
    }

    /**
     * Solves all rows of a block. A row without pairs is set to 0.
     *
     * @param fixed factors of the other side
     * @param unobserved the pull of the unobserved pairs, of those factors
     * @param solved factors of the block: the rows before, then the solutions
     * @return what sums to what the loss of the package's doc is then, but for the penalty of the fixed side; of the solutions
     *     before they are rounded to float, which matters as little as the square of a rounding
     */
    double[] run(RowBlock block, FactorMatrix fixed, UnobservedTerm unobserved, FactorMatrix solved) {
        SparseRows pairs = block.pairs();
        double[] losses = new double[Workers.blockCount(pairs.rowCount(), ROWS_PER_BLOCK)];
        workers.forBlocks(
                pairs.rowCount(),
                ROWS_PER_BLOCK,
                () -> new Workspace(config, kernels, fixed, unobserved),
                (workspace, at, from, to) -> {
                    for (int row = from; row < to; row++) {
                        workspace.row.gather(pairs, row);
                        solved.read(row, workspace.x, 0);
                        double[] base = workspace.unobserved.term(row);
                        double loss = solve(config, workspace.solver, workspace.row, base, workspace.x);
                        if (Double.isNaN(loss)) {
                            throw noSolution(config, block.side().label() + " " + (block.first() + row), workspace.row);
                        }
                        losses[at] += loss;
                        solved.write(row, workspace.x);
                    }
                });
        return losses;
    }

    /** Solves one gathered row, 0 without pairs; its part of the loss, NaN where there is no unique finite solution. */
    static double solve(AlsConfig config, RowSolver solver, ObservedRow row, double[] base, double[] x) {
        if (row.count() == 0) {
            Arrays.fill(x, 0);
            return 0;
        }
        return solver.solve(row, base, config.ridge(row.count()), x);
    }

    /** The error of a row that cannot be solved. */
    static InputException noSolution(AlsConfig config, String what, ObservedRow row) {
        return new InputException("the factors of " + what + " (" + row.count()
                + " pairs) have no unique finite solution: raise regularization, which is " + config.regularization());
    }

    private static final class Workspace {
        private final ObservedRow row;
        private final RowSolver solver;
        private final UnobservedTerm.Rows unobserved;
        private final double[] x;

        Workspace(AlsConfig config, Kernels kernels, FactorMatrix fixed, UnobservedTerm unobserved) {
            this.unobserved = unobserved.rows();
            row = new ObservedRow(fixed, config.weighting());
            solver = kernels.rowSolver(config);
            x = new double[config.factorCount()];
        }
    }
}
