package dev.linger.candidates.als;

/** The factors of a row's pairs in double, one after another: what the plain solvers read. A workspace of one thread. */
final class GatheredRow {
    private final int factorCount;
    private double[] factors = new double[0];

    GatheredRow(int factorCount) {
        this.factorCount = factorCount;
    }

    /** Gathers the pairs {@code from..to-1}; row-major, {@code to - from} rows of d. */
    double[] gather(ObservedRow row, int from, int to) {
        int needed = Math.multiplyExact(to - from, factorCount);
        if (factors.length < needed) {
            factors = new double[Math.max(needed, 2 * factors.length)];
        }
        for (int pair = from; pair < to; pair++) {
            row.fixed().read(row.columns()[pair], factors, (pair - from) * factorCount);
        }
        return factors;
    }

    /** {@code b += sum over the pairs gathered of c p y}: the right-hand side of the row's normal equations. */
    void addRightHandSide(ObservedRow row, int from, int to, double[] b) {
        for (int pair = from; pair < to; pair++) {
            double weight = row.confidence()[pair] * row.preference()[pair];
            int base = (pair - from) * factorCount;
            for (int factor = 0; factor < factorCount; factor++) {
                b[factor] += weight * factors[base + factor];
            }
        }
    }
}
