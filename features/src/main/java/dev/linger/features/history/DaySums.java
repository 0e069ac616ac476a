package dev.linger.features.history;

/**
 * Sums of each of the last {@value #DAYS} days, for each user or item. Memory: {@value #DAYS} times 12 bytes each.
 */
public final class DaySums {
    /** Most days that can be looked back. */
    public static final int DAYS = 7;

    private final double[] sums;
    private final int[] dayOfSum;

    public DaySums(int size) {
        this.sums = new double[Math.multiplyExact(size, DAYS)];
        this.dayOfSum = new int[sums.length];
    }

    /** Adds to the sum of a day, which is never earlier than a day added to before. */
    public void add(int of, int day, double value) {
        int cell = of * DAYS + Math.floorMod(day, DAYS);
        if (dayOfSum[cell] != day) {
            dayOfSum[cell] = day;
            sums[cell] = 0;
        }
        sums[cell] += value;
    }

    /** The sum of the days {@code asOfDay - days .. asOfDay - 1}. */
    public double before(int of, int asOfDay, int days) {
        double sum = 0;
        for (int day = asOfDay - days; day < asOfDay; day++) {
            int cell = of * DAYS + Math.floorMod(day, DAYS);
            sum += dayOfSum[cell] == day ? sums[cell] : 0;
        }
        return sum;
    }
}
