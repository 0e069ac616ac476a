package dev.linger.ranker.lightgbm;

import dev.linger.data.config.Key;

/**
 * How the ranking objectives, which learn integer grades, see watch ratios: {@code grade = min(floor(ratio / step), max)}
 * with a gain equal to the grade. LightGBM's own gain of 2^grade would leave nothing but the highest grades to learn
 * from, and ends at grade 30.
 */
public record Grading(
        @Key(
                        value = "width of a grade in watch ratio, > 0",
                        byDefault = "0.25",
                        because = "finer grades make more pairs that differ by noise alone")
                double step,
        @Key(
                        value = "highest grade, 1..10000",
                        byDefault = "20",
                        because = "a ratio of 5 at the default step, where labels are capped")
                int max,
        @Key(
                        value = "k of the NDCG@k that early stopping looks at, >= 1",
                        byDefault = "10",
                        because = "the cutoff that lists are measured at")
                int cutoff) {
    private static final int MAX_GRADES = 10_000;

    public Grading {
        if (!(step > 0) || Double.isInfinite(step)) {
            throw new IllegalArgumentException("step must be > 0 and finite but was " + step);
        }
        if (max < 1 || max > MAX_GRADES) {
            throw new IllegalArgumentException("max must be in 1.." + MAX_GRADES + " but was " + max);
        }
        if (cutoff < 1) {
            throw new IllegalArgumentException("cutoff must be >= 1 but was " + cutoff);
        }
    }

    /** The grade of a watch ratio; 0 for a ratio below one step. */
    public int grade(float watchRatio) {
        return (int) Math.max(0, Math.min(max, Math.floor(watchRatio / step)));
    }
}
