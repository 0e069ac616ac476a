package dev.linger.features.affinity;

import java.util.Arrays;

/** Counts of every pair that there can be: nothing is looked for. Memory: 4 width bytes a pair. */
final class AllPairs implements PairCounts.Pairs {
    private final int valueCount;
    private final int width;
    private final int[] counts;

    AllPairs(int userCount, int valueCount, int width) {
        this.valueCount = valueCount;
        this.width = width;
        this.counts = new int[Math.multiplyExact(Math.multiplyExact(userCount, valueCount), width)];
    }

    @Override
    public int[] of(int user) {
        return counts;
    }

    @Override
    public int find(int user, int value) {
        int at = at(user, value);
        return counts[at] > 0 ? at : PairCounts.NONE;
    }

    @Override
    public void meet(int count, int[] user, int[] value, int[] into) {
        for (int pair = 0; pair < count; pair++) {
            into[pair] = at(user[pair], value[pair]);
            counts[into[pair]]++;
        }
    }

    @Override
    public int[] met(int user) {
        int[] met = new int[valueCount * (1 + width)];
        int next = 0;
        for (int value = 0; value < valueCount; value++) {
            int from = at(user, value);
            if (counts[from] > 0) {
                met[next] = value + 1;
                System.arraycopy(counts, from, met, next + 1, width);
                next += 1 + width;
            }
        }
        return Arrays.copyOf(met, next);
    }

    private int at(int user, int value) {
        return (user * valueCount + value) * width;
    }
}
