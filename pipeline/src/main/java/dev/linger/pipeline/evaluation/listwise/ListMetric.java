package dev.linger.pipeline.evaluation.listwise;

/**
 * A metric of one user's list L against the user's relevant set R at a cutoff k, always in [0, 1].
 *
 * <p>rel_i is 1 if the item at rank i (from 1) is in R, else 0; ranks past the end of a short list are misses. R is never
 * empty: users without a relevant item are not counted. Equal records are the same metric.
 */
public interface ListMetric {
    /** The name of the average over users with its cutoff, as tables and files show it: "NDCG@10", no comma in it. */
    String name();

    /** k, at least 1; nothing past this rank changes the value. */
    int cutoff();

    /**
     * The metric of one list.
     *
     * @param hits whether the item at each position of the list is relevant; positions past k are ignored
     * @param relevantCount |R|, at least 1
     */
    double of(boolean[] hits, int relevantCount);

    /** Whether the value of a list is the sum of what each of its relevant items adds by itself. */
    default boolean addsUp() {
        return false;
    }
}
