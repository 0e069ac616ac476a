package dev.linger.ranker.trees;

/**
 * Points and weights of Gauss and Legendre on 0..1: {@code sum of weight * f(point)} is the integral of {@code f} over 0..1,
 * exactly for every polynomial of a degree below twice the number of points.
 *
 * <p>Source: Press et al., Numerical Recipes, 4.6: Newton's method for the roots of the Legendre polynomial.
 *
 * @param point inside 0..1, rising
 * @param weight of each point, {@code > 0}
 */
record Quadrature(double[] point, double[] weight) {
    private static final int NEWTON_STEPS = 100;

    /** The rule of so many points. */
    static Quadrature of(int points) {
        double[] point = new double[points];
        double[] weight = new double[points];
        for (int at = 0; at < points; at++) {
            double root = -StrictMath.cos(StrictMath.PI * (at + 0.75) / (points + 0.5));
            double slope = 1;
            double step = 1;
            for (int tries = 0; tries < NEWTON_STEPS && Math.abs(step) > Math.ulp(1.0); tries++) {
                double before = 1;
                double value = root;
                for (int degree = 2; degree <= points; degree++) {
                    double next = ((2 * degree - 1) * root * value - (degree - 1) * before) / degree;
                    before = value;
                    value = next;
                }
                slope = points * (root * value - before) / (root * root - 1);
                step = value / slope;
                root -= step;
            }
            point[at] = (1 + root) / 2;
            weight[at] = 1 / ((1 - root * root) * slope * slope);
        }
        return new Quadrature(point, weight);
    }

    int size() {
        return point.length;
    }
}
