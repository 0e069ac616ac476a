package dev.linger.features;

import java.io.Serializable;

/**
 * One column of feature rows.
 *
 * @param name unique, in snake_case
 * @param unit of the value, "1" for a ratio or a count
 * @param kind number or category code
 * @param missing what NaN means in this column
 * @param knownAtRequest whether it is known for a candidate when a list is asked for
 */
public record FeatureColumn(String name, String unit, Kind kind, String missing, boolean knownAtRequest)
        implements Serializable {
    private static final long serialVersionUID = 1;

    /** Name of the column with the score of stage one. */
    public static final String STAGE_ONE_SCORE = "stage_one_score";

    /** Name of the column with the rank in stage one. */
    public static final String STAGE_ONE_RANK = "stage_one_rank";

    /** How a learner may read the value. */
    public enum Kind {
        NUMERIC,
        CATEGORY
    }

    public static FeatureColumn numeric(String name, String unit, String missing) {
        return new FeatureColumn(name, unit, Kind.NUMERIC, missing, true);
    }

    public static FeatureColumn category(String name, String missing) {
        return new FeatureColumn(name, "code", Kind.CATEGORY, missing, true);
    }
}
