package dev.linger.ranker.lightgbm;

import dev.linger.ranker.trees.Objective;

/** What an objective learns, made of watch ratios. */
final class Labels {
    private Labels() {}

    static float[] of(LightGbmConfig config, float[] watchRatio) {
        Objective.Target target = Objective.named(config.objective()).target();
        float[] labels = new float[watchRatio.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = of(config, target, watchRatio[row]);
        }
        return labels;
    }

    private static float of(LightGbmConfig config, Objective.Target target, float watchRatio) {
        return switch (target) {
            case WATCH_RATIO -> watchRatio;
            case RELEVANCE -> watchRatio > config.relevantAbove() ? 1 : 0;
            case COMPLETION -> Math.max(0, Math.min(1, watchRatio));
            case GRADE -> config.grading().grade(watchRatio);
        };
    }
}
