package dev.linger.candidates.als;

import java.io.Serializable;

/**
 * The numbers of a fitted model, on their way to another machine.
 *
 * @param users factors of all users, row-major
 * @param items factors of all items, row-major
 * @param base what all rows share when a user is folded in, {@code unobservedWeight * Y'Y}: full, row-major d x d
 * @param lossTrace the loss after each iteration
 */
public record AlsFactors(float[] users, float[] items, double[] base, double[] lossTrace) implements Serializable {
    private static final long serialVersionUID = 1;

    /** The model of all items and some users, {@code from..to-1}, who are numbered from 0 there. */
    public AlsModel ofUsers(AlsConfig config, int from, int to) {
        FactorMatrix all = FactorMatrix.of(config.factorCount(), users);
        return new AlsModel(
                config,
                all.rows(from, to),
                FactorMatrix.of(config.factorCount(), items),
                base,
                lossTrace,
                Kernels.chosen());
    }
}
