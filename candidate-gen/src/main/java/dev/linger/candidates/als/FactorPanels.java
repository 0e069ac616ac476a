package dev.linger.candidates.als;

/**
 * A copy of factors in double for the dot products of all rows with a few vectors: in panels of {@value #ROWS} rows, within
 * a panel all values of one factor after another. A panel is read from start to end, and stays near the processor while it
 * is multiplied by one vector after the other.
 */
final class FactorPanels {
    /** Whole tiles of vectors, and no power of two, so that the values of a tile do not compete for the same place in a cache. */
    static final int ROWS = 448;

    private final int rowCount;
    private final double[][][] panels;
    private final Kernels kernels;

    FactorPanels(FactorMatrix factors, Kernels kernels) {
        this.rowCount = factors.rowCount();
        int factorCount = factors.factorCount();
        this.kernels = kernels;
        this.panels = new double[(rowCount + ROWS - 1) / ROWS][factorCount][ROWS];
        for (int row = 0; row < rowCount; row++) {
            for (int factor = 0; factor < factorCount; factor++) {
                panels[row / ROWS][factor][row % ROWS] = factors.value(row, factor);
            }
        }
    }

    /** Writes {@code dots[at][row] = sum over the factors of x[at][factor] * value} for each of the vectors x. */
    void dots(double[][] x, double[][] dots) {
        for (int panel = 0; panel < panels.length; panel++) {
            int first = panel * ROWS;
            kernels.dots(panels[panel], Math.min(ROWS, rowCount - first), x, dots, first);
        }
    }
}
