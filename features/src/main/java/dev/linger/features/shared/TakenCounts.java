package dev.linger.features.shared;

import dev.linger.features.SharedCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Takes counts out of a group and leaves what was there at first. */
final class TakenCounts implements SharedCounts {
    private static final int[] FIRST = {0};

    private final List<SharedDay.Cells> columns = new ArrayList<>();

    List<SharedDay.Cells> columns() {
        return columns;
    }

    /** Moves the numbers of one cell to a place among the values. */
    @FunctionalInterface
    private interface Move {
        void move(int cell, double[] values, int to);
    }

    private void take(int size, IntPredicate counted, int width, Move move) {
        int[] at = IntStream.range(0, size).filter(counted).toArray();
        double[] values = new double[Math.multiplyExact(at.length, width)];
        for (int number = 0; number < at.length; number++) {
            move.move(at[number], values, number * width);
        }
        columns.add(new SharedDay.Cells(at, values));
    }

    @Override
    public void sums(int[] column) {
        take(column.length, cell -> column[cell] != 0, 1, (cell, values, to) -> {
            values[to] = column[cell];
            column[cell] = 0;
        });
    }

    @Override
    public void sums(long[] column) {
        take(column.length, cell -> column[cell] != 0, 1, (cell, values, to) -> {
            values[to] = column[cell];
            column[cell] = 0;
        });
    }

    @Override
    public void sums(double[] column) {
        take(column.length, cell -> column[cell] != 0, 1, (cell, values, to) -> {
            values[to] = column[cell];
            column[cell] = 0;
        });
    }

    @Override
    public long sum(long value) {
        columns.add(new SharedDay.Cells(FIRST, new double[] {value}));
        return 0;
    }

    @Override
    public double sum(double value) {
        columns.add(new SharedDay.Cells(FIRST, new double[] {value}));
        return 0;
    }

    @Override
    public void last(int[] day) {
        take(day.length, cell -> day[cell] != Integer.MIN_VALUE, 1, (cell, values, to) -> {
            values[to] = day[cell];
            day[cell] = Integer.MIN_VALUE;
        });
    }

    @Override
    public void last(long[] millis, float[] value) {
        take(millis.length, cell -> millis[cell] != Long.MIN_VALUE, 2, (cell, values, to) -> {
            values[to] = millis[cell];
            values[to + 1] = value[cell];
            millis[cell] = Long.MIN_VALUE;
            value[cell] = Float.NaN;
        });
    }

    @Override
    public void ofDays(int[] day, double[] sums, Aging aging) {
        int width = day.length == 0 ? 0 : sums.length / day.length;
        take(day.length, cell -> day[cell] != 0, 1 + width, (cell, values, to) -> {
            values[to] = day[cell];
            System.arraycopy(sums, cell * width, values, to + 1, width);
            day[cell] = 0;
            Arrays.fill(sums, cell * width, (cell + 1) * width, 0);
        });
    }
}
