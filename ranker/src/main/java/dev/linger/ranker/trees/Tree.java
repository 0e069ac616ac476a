package dev.linger.ranker.trees;

/**
 * One tree as it is in the text: {@code n} leaves, {@code n - 1} nodes, node 0 the root, each child after its parent.
 * Checked by {@link TreeReader}.
 *
 * <p>A number goes left where it is at most the threshold. Where the split says that NaN is missing, NaN goes to the
 * split's default side; where it says that zero is, so do NaN and zero; where it says neither, NaN is zero. A category
 * goes left where its level is in the split's set; missing, negative and unseen levels go right.
 *
 * @param feature column of each node's split
 * @param gain loss reduction of each split
 * @param threshold of each node: values up to it go left; for a category split, the position of its set of levels
 * @param decision bits of each node: 1 category split, 2 missing goes left, and times 4 what counts as missing
 * @param left child of each node: a node, or {@code ~leaf}
 * @param right child of each node: a node, or {@code ~leaf}
 * @param leafValue score of each leaf
 * @param nodeRows rows of the training that came to each node: as many as came to its two children
 * @param leafRows rows of the training that fell into each leaf, at least 1 where there is a node
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
        int[] nodeRows,
        int[] leafRows,
        int[] levelsFrom,
        int[] levels) {
    static final int CATEGORY = 1;
    static final int DEFAULT_LEFT = 2;
    static final int MISSING_SHIFT = 2;
    static final int MISSING_IS_ZERO = 1;
    static final int MISSING_IS_NAN = 2;

    /** Values up to this far from 0 are zero to LightGBM. */
    static final float ZERO_BOUND = 1e-35f;

    int nodeCount() {
        return feature.length;
    }

    int leafCount() {
        return leafValue.length;
    }

    boolean isCategorySplit(int node) {
        return (decision[node] & CATEGORY) != 0;
    }

    boolean takesZeroForMissing(int node) {
        return decision[node] >> MISSING_SHIFT == MISSING_IS_ZERO;
    }

    /** Levels from this one on are not in the set of a category split. */
    long levelBound(int node) {
        int set = (int) threshold[node];
        return 32L * (levelsFrom[set + 1] - levelsFrom[set]);
    }

    /** Rows of the training that came to a child: a node, or {@code ~leaf}. */
    int rowsOf(int child) {
        return child >= 0 ? nodeRows[child] : leafRows[~child];
    }

    /** Where a child is among the nodes and, after them, the leaves. */
    int position(int child) {
        return child >= 0 ? child : feature.length + ~child;
    }

    /** The leaf that the row whose cells begin at {@code cells} falls into. */
    int leafOf(float[] values, int cells) {
        int node = feature.length == 0 ? ~0 : 0;
        while (node >= 0) {
            node = goesLeft(node, values[cells + feature[node]]) ? left[node] : right[node];
        }
        return ~node;
    }

    /** Where a row with this cell in the column of the node goes. */
    boolean goesLeft(int node, double value) {
        if (isCategorySplit(node)) {
            return !Double.isNaN(value) && holds((int) threshold[node], (int) value);
        }
        boolean defaultLeft = (decision[node] & DEFAULT_LEFT) != 0;
        if (Double.isNaN(value)) {
            return decision[node] >> MISSING_SHIFT == 0 ? 0 <= threshold[node] : defaultLeft;
        }
        if (takesZeroForMissing(node) && Math.abs(value) <= ZERO_BOUND) {
            return defaultLeft;
        }
        return value <= threshold[node];
    }

    private boolean holds(int set, int level) {
        int word = levelsFrom[set] + (level >>> 5);
        return level >= 0 && word < levelsFrom[set + 1] && (levels[word] >>> (level & 31) & 1) != 0;
    }
}
