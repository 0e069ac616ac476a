package dev.linger.ranker;

/**
 * A ranker before and after all choices are made.
 *
 * @param fitted has learned from the fit rows alone, so choices may be made by it on the validation rows
 * @param refitted has learned from the validation rows too, where it can; else the same. Nothing may be chosen on the
 *     validation rows by it
 */
public record Trained(Ranker fitted, Ranker refitted) {
    /** A ranker that learns from fit rows only. */
    public static Trained once(Ranker ranker) {
        return new Trained(ranker, ranker);
    }
}
