package dev.linger.features.history;

import dev.linger.features.SharedCounts;
import dev.linger.features.StateColumns;
import java.io.IOException;

/**
 * Sums of each of the last {@value #DAYS} days and of the day that lasts, one or several for each user or item. Memory:
 * {@value #SLOTS} times 4 bytes and 8 a sum each.
 */
public final class DaySums {
    /** Most days that can be looked back. */
    public static final int DAYS = 7;

    private static final int SLOTS = DAYS + 1;

    private final int width;
    private final double[] sums;
    private final int[] dayOfCell;
    private int slotDay;
    private int slot;

    /**
     * @param size number of users or items
     * @param width sums of each
     */
    public DaySums(int size, int width) {
        this.width = width;
        this.dayOfCell = new int[Math.multiplyExact(size, SLOTS)];
        this.sums = new double[Math.multiplyExact(dayOfCell.length, width)];
    }

    /**
     * Where the sums of a day stand, which is never earlier than a day looked for before: {@link #add} takes the first's
     * position, and those of the others follow.
     */
    public int today(int of, int day) {
        if (day != slotDay) {
            slotDay = day;
            slot = Math.floorMod(day, SLOTS);
        }
        int cell = of * SLOTS + slot;
        if (dayOfCell[cell] != day) {
            dayOfCell[cell] = day;
            for (int sum = 0; sum < width; sum++) {
                sums[cell * width + sum] = 0;
            }
        }
        return cell * width;
    }

    /** Adds to the sum at a position that {@link #today} gave. */
    public void add(int position, double value) {
        sums[position] += value;
    }

    /** One of the sums, from 0, over the days {@code asOfDay - days .. asOfDay - 1}. */
    public double before(int of, int sum, int asOfDay, int days) {
        double total = 0;
        for (int day = asOfDay - days; day < asOfDay; day++) {
            int cell = of * SLOTS + Math.floorMod(day, SLOTS);
            total += dayOfCell[cell] == day ? sums[cell * width + sum] : 0;
        }
        return total;
    }

    /** Lists what has been added; of a day that is long over nothing is left. */
    public void shared(SharedCounts counts) {
        counts.ofDays(dayOfCell, sums, (sum, fromDay, toDay) -> 0);
    }

    /** Lists what has been added. */
    public void state(StateColumns columns) throws IOException {
        columns.doubles(sums);
        columns.ints(dayOfCell);
    }
}
