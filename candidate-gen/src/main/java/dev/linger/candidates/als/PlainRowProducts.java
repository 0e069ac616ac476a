package dev.linger.candidates.als;

import java.util.Arrays;

/** The pairs of a row gathered into one block of doubles. */
final class PlainRowProducts implements RowProducts {
    private final int factorCount;
    private final GatheredRow gathered;
    private double[] factors = new double[0];
    private double[] confidence = new double[0];
    private int count;

    PlainRowProducts(int factorCount) {
        this.factorCount = factorCount;
        this.gathered = new GatheredRow(factorCount);
    }

    @Override
    public void gather(ObservedRow row, double[] base, double ridge, double[] v, double[] b, double[] product) {
        count = row.count();
        confidence = row.confidence();
        factors = gathered.gather(row, 0, count);
        Arrays.fill(b, 0);
        gathered.addRightHandSide(row, 0, count, b);
        multiply(base, ridge, v, product);
    }

    @Override
    public void multiply(double[] base, double ridge, double[] v, double[] product) {
        for (int factor = 0; factor < factorCount; factor++) {
            product[factor] = ridge * v[factor];
        }
        for (int row = 0; row < factorCount; row++) {
            // base is symmetric: its rows are its columns.
            addScaled(v[row], base, row * factorCount, product);
        }
        for (int pair = 0; pair < count; pair++) {
            int at = pair * factorCount;
            addScaled(confidence[pair] * dot(at, v), factors, at, product);
        }
    }

    private void addScaled(double weight, double[] vectors, int at, double[] sum) {
        for (int factor = 0; factor < factorCount; factor++) {
            sum[factor] += weight * vectors[at + factor];
        }
    }

    /** The dot product in four partial sums, so that the additions overlap. */
    private double dot(int at, double[] v) {
        int factor = 0;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (; factor + 3 < factorCount; factor += 4) {
            a += factors[at + factor] * v[factor];
            b += factors[at + factor + 1] * v[factor + 1];
            c += factors[at + factor + 2] * v[factor + 2];
            d += factors[at + factor + 3] * v[factor + 3];
        }
        for (; factor < factorCount; factor++) {
            a += factors[at + factor] * v[factor];
        }
        return (a + b) + (c + d);
    }
}
