package dev.linger.data.split;

/**
 * Where the log is cut.
 *
 * @param testShare share of all rows, the last ones, that are for the test
 * @param labelShare share of the training rows, the last ones, whose watch ratios the ranker learns
 * @param validationShare share of the label window's rows, the last ones, by which choices are made
 */
public record SplitConfig(double testShare, double labelShare, double validationShare) {
    public SplitConfig {
        requireInside("testShare", testShare);
        requireInside("labelShare", labelShare);
        requireInside("validationShare", validationShare);
    }

    private static void requireInside(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be above 0 and below 1 but was " + value);
        }
    }
}
