package dev.linger.ranker.lightgbm;

/**
 * How fast trees usually grow where nothing else runs, within a factor of two: enough to notice that something is wrong.
 *
 * <pre>
 * seconds = (WORK n c log2(leaves) + LEAF leaves c + TREE) / threads,    n = rows x rowFraction, c = columns x featureFraction
 * </pre>
 *
 * Each row is put into one histogram a column on each level of a tree; each leaf searches its histograms. The weights fit the
 * processor time of regression_l1 on 10,000 and 100,000 rows of 40 and 160 columns, with 15 and 63 leaves: 1.3 to 29 ms a tree,
 * each met within a factor of 1.5.
 *
 * @param rows that are learned from
 * @param columns of a row
 * @param threads that work at a time
 */
record TreeSpeed(int rows, int columns, int threads) {
    private static final double WORK = 0.9e-9;
    private static final double LEAF = 1.2e-6;
    private static final double TREE = 1e-3;

    double perSecond(LightGbmConfig config) {
        double sampledRows = config.rowFractionFrequency() > 0 ? rows * config.rowFraction() : rows;
        double sampledColumns = columns * config.featureFraction();
        double depth = Math.log(config.leaves()) / Math.log(2);
        return threads / (WORK * sampledRows * sampledColumns * depth + LEAF * config.leaves() * sampledColumns + TREE);
    }
}
