package dev.linger.data.split;

import dev.linger.data.config.Key;

/** Where the log is cut: history, training window, validation window, test. */
public record SplitConfig(
        @Key(
                        value = "Share of all rows, the last ones, that are for the test; above 0 and below 1",
                        byDefault = "0.2",
                        because = "the cut is an instant, the same for all users")
                double testShare,
        @Key(
                        value =
                                "Share of the rows before the test, the last ones, that rankers learn from; above 0 and below 1; moved to a whole number of days before the cut",
                        byDefault = "0.6",
                        because = "the more, the more lists to learn from, and the less history the first of them have")
                double labelShare,
        @Key(
                        value =
                                "Share of the label window's rows, the last ones, by which all choices are made; above 0 and below 1; moved likewise",
                        byDefault = "0.27",
                        because = "settings of sources, quotas, early stopping and weights of the blend depend on it")
                double validationShare) {
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
