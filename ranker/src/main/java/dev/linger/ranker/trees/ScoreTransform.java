package dev.linger.ranker.trees;

/** What turns the sum of the trees into a prediction, as the objective of the model says. Every transform keeps the order. */
public enum ScoreTransform {
    /** The sum itself. Objectives that predict a probability or only an order keep it too: it orders as well. */
    IDENTITY {
        @Override
        double apply(double raw) {
            return raw;
        }
    },
    /** sign(x) x^2, of a regression on the square root of the label ({@code reg_sqrt}). */
    SIGNED_SQUARE {
        @Override
        double apply(double raw) {
            return raw * Math.abs(raw);
        }
    },
    /** exp(x), of objectives with a log link. */
    EXP {
        @Override
        double apply(double raw) {
            return Math.exp(raw);
        }
    };

    abstract double apply(double raw);

    /** The transform of an objective that may have learnt the square root of its label. */
    static ScoreTransform of(Objective objective, boolean ofSquareRoot) {
        return switch (objective) {
            case POISSON, GAMMA, TWEEDIE -> EXP;
            default -> ofSquareRoot ? SIGNED_SQUARE : IDENTITY;
        };
    }
}
