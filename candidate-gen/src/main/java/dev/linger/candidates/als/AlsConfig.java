package dev.linger.candidates.als;

import dev.linger.candidates.InteractionMatrix;
import dev.linger.candidates.PlayValue;
import dev.linger.candidates.RepeatRule;
import dev.linger.candidates.TimeDecay;
import dev.linger.data.InteractionLog;

/**
 * How factors are fitted; the loss stands in the package's doc.
 *
 * @param factorCount length of a row of factors, at least 1
 * @param weighting (p, c) of a watched pair
 * @param repeatRule how the plays of one pair become one
 * @param halfLifeDays age in days, counted from the last play of the training log, at which a play's value is half, before
 *     the plays of a pair become one: of c = 1 + alpha * value it dampens the second part; 0 for no decay, and only with
 *     a weighting that likes every pair
 * @param unobservedWeight weight of every pair's pull to 0, at least 0; larger values keep unwatched videos low
 * @param regularization weight of the factors' length, at least 0; few plays a row need much, and too much makes all
 *     factors vanish
 * @param regularizationPower how the weight grows with a row's number of pairs: 0 not at all, 1 in proportion
 * @param iterations how many times both sides are solved, at least 1
 * @param solver how a row is solved
 * @param conjugateGradientSteps steps a row with {@link Solver#CONJUGATE_GRADIENT}, at least 1; otherwise unused
 */
public record AlsConfig(
        int factorCount,
        Weighting weighting,
        RepeatRule repeatRule,
        double halfLifeDays,
        double unobservedWeight,
        double regularization,
        double regularizationPower,
        int iterations,
        Solver solver,
        int conjugateGradientSteps) {
    /** How the normal equations of a row are solved. */
    public enum Solver {
        /** Exactly: O(n d^2 + d^3) a row of n pairs and d factors. */
        CHOLESKY,
        /** By a few steps from the row of the iteration before: O(steps (n d + d^2)). */
        CONJUGATE_GRADIENT
    }

    public AlsConfig {
        check(factorCount >= 1, "factorCount must be >= 1", factorCount);
        check(
                halfLifeDays >= 0 && halfLifeDays < Double.POSITIVE_INFINITY,
                "halfLifeDays must be >= 0 and finite",
                halfLifeDays);
        check(
                halfLifeDays == 0 || weighting.likesEveryPair(),
                "halfLifeDays must be 0 with a weighting by which a pair can be disliked, because an old like would become"
                        + " a dislike,",
                halfLifeDays);
        check(unobservedWeight >= 0, "unobservedWeight must be >= 0", unobservedWeight);
        check(regularization >= 0, "regularization must be >= 0", regularization);
        check(Double.isFinite(regularizationPower), "regularizationPower must be finite", regularizationPower);
        check(iterations >= 1, "iterations must be >= 1", iterations);
        check(conjugateGradientSteps >= 1, "conjugateGradientSteps must be >= 1", conjugateGradientSteps);
    }

    /**
     * The pairs that factors are fitted to.
     *
     * @param value the weighting's value of a play, fitted to {@code training}
     */
    InteractionMatrix pairs(InteractionLog training, int userCount, int itemCount, PlayValue value) {
        TimeDecay decay = halfLifeDays == 0 || training.size() == 0
                ? TimeDecay.NONE
                : new TimeDecay(halfLifeDays, training.timestampMillis(training.size() - 1));
        return InteractionMatrix.of(training, userCount, itemCount, value, decay, repeatRule);
    }

    /** Weight of the length of a row with that many pairs: {@code regularization * pairs^regularizationPower}. */
    double ridge(int pairs) {
        return regularization * StrictMath.pow(pairs, regularizationPower);
    }

    private static void check(boolean holds, String rule, Number value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + " but was " + value);
        }
    }
}
