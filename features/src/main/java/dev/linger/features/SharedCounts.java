package dev.linger.features;

/**
 * What a group has counted of all users together, column by column in an order that does not change, each by the way in which
 * the counts of several blocks of users, or of several days, become one. The same calls take what has been counted out of a
 * group, which then has counted nothing of the kind, and add it to that of another, so each group lists it once. Days are added
 * in their order, blocks of one day in that of their users.
 */
public interface SharedCounts {
    /** Counts that add up, at first 0. */
    void sums(int[] column);

    /** The same. */
    void sums(long[] column);

    /** The same of numbers with a fraction: their sum depends on the order up to rounding. */
    void sums(double[] column);

    /** A single number that adds up, at first 0: gives what it is afterwards. */
    long sum(long value);

    /** The same of a number with a fraction. */
    double sum(double value);

    /** The last day of each, at first the least int. */
    void last(int[] day);

    /** A value of each as of its last instant, at first the least long and NaN; of one instant the value added last counts. */
    void last(long[] millis, float[] value);

    /**
     * Sums of each, the same number of all, with the day that they are of, at first 0: those of one day add up, and those of an
     * earlier one age before later ones are added.
     */
    void ofDays(int[] day, double[] sums, Aging aging);

    /** What becomes of a sum when plays of a later day are added. */
    @FunctionalInterface
    interface Aging {
        double aged(double sum, int fromDay, int toDay);
    }
}
