package dev.linger.candidates.als;

import java.io.Serializable;

/**
 * The numbers of a fitted model that all users share, on their way to another machine.
 *
 * @param items factors of all items, row-major
 * @param base what all rows share when a user is folded in, {@code unobservedWeight * Y'Y}: full, row-major d x d
 * @param lossTrace the loss after each iteration
 */
public record AlsFactors(float[] items, double[] base, double[] lossTrace) implements Serializable {
    private static final long serialVersionUID = 1;

    /** The model of all items and of users with these factors, who are numbered from 0 there. */
    public AlsModel ofUsers(AlsConfig config, float[] users) {
        return new AlsModel(
                config,
                FactorMatrix.of(config.factorCount(), users),
                FactorMatrix.of(config.factorCount(), items),
                base,
                lossTrace,
                Kernels.chosen());
    }
}
