package dev.linger.candidates.als;

/** The normal equations of a row as the conjugate gradient asks for them; keeps what it gathered, so a thread has its own. */
interface RowProducts {
    /**
     * Takes a row's pairs and writes the right-hand side of its normal equations, {@code b = sum c p y}, and
     * {@code product = A v} as {@link #multiply} does.
     */
    void gather(ObservedRow row, double[] base, double ridge, double[] v, double[] b, double[] product);

    /**
     * {@code product = A v = ridge v + base v + sum c (y.v) y} over the pairs gathered.
     *
     * @param base symmetric, row-major d x d
     */
    void multiply(double[] base, double ridge, double[] v, double[] product);
}
