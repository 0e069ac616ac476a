package dev.linger.candidates;

/**
 * What a play still counts for after a while: {@code weight = 0.5^(ageDays / halfLifeDays)},
 * {@code ageDays = (now - time of the play) / 1 day}.
 *
 * @param halfLifeDays age at which a play counts half, in days, above 0; infinite for no decay
 * @param nowMillis from when age counts, in milliseconds since 1970-01-01 UTC
 */
public record TimeDecay(double halfLifeDays, long nowMillis) {
    /** Every play counts in full. */
    public static final TimeDecay NONE = new TimeDecay(Double.POSITIVE_INFINITY, Long.MAX_VALUE);

    private static final double DAY_MILLIS = 86_400_000;

    public TimeDecay {
        if (!(halfLifeDays > 0)) {
            throw new IllegalArgumentException("halfLifeDays must be > 0 but was " + halfLifeDays);
        }
    }

    /** The weight of a play of that time, above 0, and above 1 where it is later than {@code nowMillis}. */
    public double weight(long timestampMillis) {
        if (halfLifeDays == Double.POSITIVE_INFINITY) {
            return 1; // what the power gives, which takes long
        }
        double ageDays = ((double) nowMillis - timestampMillis) / DAY_MILLIS;
        return PowerOfHalf.of(ageDays / halfLifeDays);
    }
}
