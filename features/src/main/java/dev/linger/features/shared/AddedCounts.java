package dev.linger.features.shared;

import dev.linger.features.SharedCounts;
import java.util.Iterator;
import java.util.List;

/** Adds counts to those of a group. */
final class AddedCounts implements SharedCounts {
    private final Iterator<SharedDay.Cells> columns;

    /** @param columns as a group of the same kind lists them */
    AddedCounts(List<SharedDay.Cells> columns) {
        this.columns = columns.iterator();
    }

    @Override
    public void sums(int[] column) {
        SharedDay.Cells more = columns.next();
        for (int number = 0; number < more.at().length; number++) {
            int cell = more.at()[number];
            column[cell] = Math.addExact(column[cell], (int) more.values()[number]);
        }
    }

    @Override
    public void sums(long[] column) {
        SharedDay.Cells more = columns.next();
        for (int number = 0; number < more.at().length; number++) {
            column[more.at()[number]] += (long) more.values()[number];
        }
    }

    @Override
    public void sums(double[] column) {
        SharedDay.Cells more = columns.next();
        for (int number = 0; number < more.at().length; number++) {
            column[more.at()[number]] += more.values()[number];
        }
    }

    @Override
    public long sum(long value) {
        return value + (long) columns.next().values()[0];
    }

    @Override
    public double sum(double value) {
        return value + columns.next().values()[0];
    }

    @Override
    public void last(int[] day) {
        SharedDay.Cells more = columns.next();
        for (int number = 0; number < more.at().length; number++) {
            int cell = more.at()[number];
            day[cell] = Math.max(day[cell], (int) more.values()[number]);
        }
    }

    @Override
    public void last(long[] millis, float[] value) {
        SharedDay.Cells more = columns.next();
        for (int number = 0; number < more.at().length; number++) {
            int cell = more.at()[number];
            long instant = (long) more.values()[2 * number];
            if (instant >= millis[cell]) {
                millis[cell] = instant;
                value[cell] = (float) more.values()[2 * number + 1];
            }
        }
    }

    @Override
    public void ofDays(int[] day, double[] sums, Aging aging) {
        SharedDay.Cells more = columns.next();
        int width = day.length == 0 ? 0 : sums.length / day.length;
        int from = 0;
        for (int cell : more.at()) {
            int of = (int) more.values()[from++];
            for (int sum = cell * width; sum < (cell + 1) * width; sum++) {
                double there = day[cell] == of ? sums[sum] : aging.aged(sums[sum], day[cell], of);
                sums[sum] = there + more.values()[from++];
            }
            day[cell] = of;
        }
    }
}
