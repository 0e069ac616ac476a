package dev.linger.candidates.als;

/** What the conjugate gradient asks of a row's pairs; keeps what it gathered, so a thread has its own. */
interface RowProducts {
    /** Takes a row's pairs and writes the right-hand side of its normal equations, {@code b = sum c p y}. */
    void gather(ObservedRow row, double[] b);

    /** {@code product += sum c (y.v) y} over the pairs gathered. */
    void addProduct(double[] v, double[] product);
}
