package dev.linger.candidates.als;

import java.util.Arrays;

/**
 * A few conjugate gradient steps from the row before. A is never built: {@code A v = base v + sum c (y.v) y + ridge v}.
 * A step never raises the row's loss. A right-hand side of 0 (nothing liked) gives the exact solution 0.
 */
final class ConjugateGradientRowSolver implements RowSolver {
    /** A residual this small beside the right-hand side is rounding: (1e-12)^2. */
    private static final double CONVERGED = 1e-24;

    private final int factorCount;
    private final int steps;
    private final RowProducts pairs;
    private final double[] rightHandSide;
    private final double[] residual;
    private final double[] direction;
    private final double[] product;

    ConjugateGradientRowSolver(int factorCount, int steps, RowProducts pairs) {
        this.factorCount = factorCount;
        this.steps = steps;
        this.pairs = pairs;
        this.rightHandSide = new double[factorCount];
        this.residual = new double[factorCount];
        this.direction = new double[factorCount];
        this.product = new double[factorCount];
    }

    @Override
    public double solve(ObservedRow row, double[] base, double ridge, double[] x) {
        pairs.gather(row, base, ridge, x, rightHandSide, product);
        double target = CONVERGED * dot(rightHandSide, rightHandSide);
        if (target == 0) {
            Arrays.fill(x, 0);
            return row.preferenceSquares();
        }
        for (int factor = 0; factor < factorCount; factor++) {
            residual[factor] = rightHandSide[factor] - product[factor];
            direction[factor] = residual[factor];
        }
        double residualSquare = dot(residual, residual);
        for (int step = 0; step < steps && residualSquare > target; step++) {
            pairs.multiply(base, ridge, direction, product);
            double curvature = dot(direction, product);
            if (!(curvature > 0)) {
                return Double.NaN;
            }
            double length = residualSquare / curvature;
            addTo(x, length, direction);
            addTo(residual, -length, product);
            double before = residualSquare;
            residualSquare = dot(residual, residual);
            turn(residualSquare / before);
        }
        return Double.isFinite(residualSquare) ? loss(row, x) : Double.NaN;
    }

    /** {@code sum c p^2 - 2 b'x + x'Ax}, where Ax is b less the residual. */
    private double loss(ObservedRow row, double[] x) {
        return row.preferenceSquares() - dot(rightHandSide, x) - dot(residual, x);
    }

    /** direction = residual + share * direction. */
    private void turn(double share) {
        for (int factor = 0; factor < factorCount; factor++) {
            direction[factor] = residual[factor] + share * direction[factor];
        }
    }

    private static void addTo(double[] sum, double weight, double[] vector) {
        for (int factor = 0; factor < sum.length; factor++) {
            sum[factor] += weight * vector[factor];
        }
    }

    /** The dot product in four partial sums, so that the additions overlap. */
    private static double dot(double[] left, double[] right) {
        int factor = 0;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (; factor + 3 < right.length; factor += 4) {
            a += left[factor] * right[factor];
            b += left[factor + 1] * right[factor + 1];
            c += left[factor + 2] * right[factor + 2];
            d += left[factor + 3] * right[factor + 3];
        }
        for (; factor < right.length; factor++) {
            a += left[factor] * right[factor];
        }
        return (a + b) + (c + d);
    }
}
