package dev.linger.features.affinity;

/** Every pair has a number, which is reckoned and needs no memory. */
record AllPairs(int userCount, int valueCount) implements PairIndex {
    @Override
    public int size() {
        return Math.multiplyExact(userCount, valueCount);
    }

    @Override
    public int find(int user, int value) {
        return user * valueCount + value;
    }

    @Override
    public int ofPlay(int row, int user, int value) {
        return find(user, value);
    }
}
