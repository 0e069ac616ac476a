package dev.linger.ranker.trees;

import dev.linger.ranker.Prediction;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The objectives of LightGBM that give one score per row, by LightGBM's own names. */
public enum Objective {
    REGRESSION("regression", "l2", Target.WATCH_RATIO),
    REGRESSION_L1("regression_l1", "l1", Target.WATCH_RATIO),
    HUBER("huber", "huber", Target.WATCH_RATIO),
    FAIR("fair", "fair", Target.WATCH_RATIO),
    POISSON("poisson", "poisson", Target.WATCH_RATIO),
    QUANTILE("quantile", "quantile", Target.WATCH_RATIO),
    MAPE("mape", "mape", Target.WATCH_RATIO),
    GAMMA("gamma", "gamma", Target.WATCH_RATIO),
    TWEEDIE("tweedie", "tweedie", Target.WATCH_RATIO),
    BINARY("binary", "binary_logloss", Target.RELEVANCE),
    CROSS_ENTROPY("cross_entropy", "cross_entropy", Target.COMPLETION),
    CROSS_ENTROPY_LAMBDA("cross_entropy_lambda", "cross_entropy_lambda", Target.COMPLETION),
    LAMBDARANK("lambdarank", "ndcg", Target.GRADE),
    RANK_XENDCG("rank_xendcg", "ndcg", Target.GRADE);

    private final String lightGbmName;
    private final String metric;
    private final Target target;

    Objective(String lightGbmName, String metric, Target target) {
        this.lightGbmName = lightGbmName;
        this.metric = metric;
        this.target = target;
    }

    /** The objective of this name in LightGBM; anything else is an {@link IllegalArgumentException} that lists them. */
    public static Objective named(String name) {
        return Arrays.stream(values())
                .filter(objective -> objective.lightGbmName.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("objective must be one of "
                        + Arrays.stream(values()).map(Objective::lightGbmName).collect(Collectors.joining(", "))
                        + " but was " + name));
    }

    public String lightGbmName() {
        return lightGbmName;
    }

    /** LightGBM's metric that early stopping looks at: the objective's own loss, or NDCG for the ranking ones. */
    public String metric() {
        return metric;
    }

    public Target target() {
        return target;
    }

    /** What the scores of its models are. Those that are trained on completion tell no log-odds of being relevant. */
    public Prediction prediction() {
        return switch (target) {
            case WATCH_RATIO -> Prediction.WATCH_RATIO;
            case RELEVANCE -> Prediction.LOG_ODDS;
            case COMPLETION, GRADE -> Prediction.SCORE;
        };
    }

    /** Whether a higher metric is a better one. */
    public boolean higherIsBetter() {
        return target == Target.GRADE;
    }

    /** What is made of a watch ratio before an objective learns it. */
    public enum Target {
        /** The ratio itself: scores predict it. */
        WATCH_RATIO,
        /** 1 where the ratio is above {@code relevantAbove} of the configuration, else 0. */
        RELEVANCE,
        /** The ratio up to 1: the share of the video that was watched. */
        COMPLETION,
        /** An integer grade, by {@code grading} of the configuration. */
        GRADE
    }
}
