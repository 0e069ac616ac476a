package dev.linger.candidates.als;

import dev.linger.candidates.InteractionMatrix;
import dev.linger.candidates.NearBlock;
import dev.linger.candidates.WithheldPairs;
import dev.linger.data.Workers;

/** Half-sweeps by threads of this process: of each side one block of all rows. */
final class LocalHalfSweeps implements HalfSweeps {
    private final AlsConfig config;
    private final Kernels kernels;
    private final Workers workers;
    private final RowBlock users;
    private final RowBlock items;

    LocalHalfSweeps(
            InteractionMatrix pairs, WithheldPairs withheld, AlsConfig config, Kernels kernels, Workers workers) {
        this.config = config;
        this.kernels = kernels;
        this.workers = workers;
        this.users = new RowBlock(Side.USER, 0, pairs.byUser(), NearBlock.of(withheld.byUser()));
        this.items = new RowBlock(Side.ITEM, 0, pairs.byItem(), NearBlock.of(withheld.byItem()));
    }

    @Override
    public int[] pairCounts(Side side) {
        return rows(side).pairs().counts();
    }

    @Override
    public Sums solve(Side side, FactorMatrix fixed, double[] gram, FactorMatrix rows) {
        return rows(side).solve(config, fixed, gram, rows, kernels, workers);
    }

    private RowBlock rows(Side side) {
        return side == Side.USER ? users : items;
    }
}
