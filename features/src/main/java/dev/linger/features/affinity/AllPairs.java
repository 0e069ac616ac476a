package dev.linger.features.affinity;

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
        throw new UnsupportedOperationException("all counts are listed as they are");
    }

    private int at(int user, int value) {
        return (user * valueCount + value) * width;
    }
}
