package dev.linger.features.history;

import dev.linger.features.SharedCounts;
import dev.linger.features.StateColumns;
import java.io.IOException;

/** Counts of plays that fade: {@code sum over the plays of 2^(-(asOfDay - day) / halfLifeDays)}. */
public final class DecayedCounts {
    private final double halfLifeDays;
    private final double[] counts;
    private final int[] dayOfCount;

    public DecayedCounts(int size, double halfLifeDays) {
        this.halfLifeDays = halfLifeDays;
        this.counts = new double[size];
        this.dayOfCount = new int[size];
    }

    /** Counts a play of a day; days never fall. */
    public void add(int of, int day) {
        if (dayOfCount[of] != day) {
            counts[of] = at(of, day);
            dayOfCount[of] = day;
        }
        counts[of]++;
    }

    /** The count as of a day that is not before the last one counted. */
    public double at(int of, int asOfDay) {
        return aged(counts[of], dayOfCount[of], asOfDay);
    }

    private double aged(double count, int fromDay, int toDay) {
        return count == 0 ? 0 : count * StrictMath.pow(2, (fromDay - toDay) / halfLifeDays);
    }

    /** Lists what has been counted. */
    public void shared(SharedCounts all) {
        all.ofDays(dayOfCount, counts, this::aged);
    }

    /** Lists what has been counted. */
    public void state(StateColumns columns) throws IOException {
        columns.doubles(counts);
        columns.ints(dayOfCount);
    }
}
