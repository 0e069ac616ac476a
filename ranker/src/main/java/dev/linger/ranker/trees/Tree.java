package dev.linger.ranker.trees;

/**
 * One tree as it stands in the text: {@code n} leaves, {@code n - 1} nodes, node 0 the root. Checked by
 * {@link TreeReader}.
 *
 * @param feature column of each node's split
 * @param gain loss reduction of each split
 * @param threshold of each node: values up to it go left; for a category split, the position of its set of levels
 * @param decision bits of each node: 1 category split, 2 missing goes left, and times 4 what counts as missing
 * @param left child of each node: a node, or {@code ~leaf}
 * @param right child of each node: a node, or {@code ~leaf}
 * @param leafValue score of each leaf
 * @param levelsFrom where the words of each set of levels start in {@code levels}; one more for the end
 * @param levels sets of levels that go left, as bits: level k is bit {@code k % 32} of word {@code k / 32}
 */
record Tree(
        int[] feature,
        double[] gain,
        double[] threshold,
        int[] decision,
        int[] left,
        int[] right,
        double[] leafValue,
        int[] levelsFrom,
        int[] levels) {
    static final int CATEGORY = 1;
    static final int DEFAULT_LEFT = 2;
    static final int MISSING_SHIFT = 2;
    static final int MISSING_IS_ZERO = 1;
    static final int MISSING_IS_NAN = 2;
}
