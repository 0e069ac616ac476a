package dev.linger.ranker.trees;

import java.util.List;

/**
 * Trees in flat arrays. The score of a row is the sum over the trees, in their order, of the value of the leaf the row
 * falls into, exactly as LightGBM adds them.
 *
 * <p>A number goes left where it is at most the threshold. Where the split says that NaN is missing, NaN goes to the
 * split's default side; where it says that zero is, so do NaN and zero; where it says neither, NaN is zero. A category
 * goes left where its level is in the split's set; missing, negative and unseen levels go right.
 */
public final class TreeEnsemble {
    /** Values up to this far from 0 are zero to LightGBM. */
    private static final double ZERO_BOUND = 1e-35f;

    /** Rows that walk through one tree before the next, so that the tree stays in cache. */
    private static final int BLOCK = 64;

    private final int[] root;
    private final int[] feature;
    private final double[] gain;
    private final double[] threshold;
    private final byte[] decision;
    private final int[] left;
    private final int[] right;
    private final double[] leafValue;
    private final int[] levelsFrom;
    private final int[] levels;

    private TreeEnsemble(int trees, int nodes, int leaves, int sets, int words) {
        root = new int[trees];
        feature = new int[nodes];
        gain = new double[nodes];
        threshold = new double[nodes];
        decision = new byte[nodes];
        left = new int[nodes];
        right = new int[nodes];
        leafValue = new double[leaves];
        levelsFrom = new int[sets + 1];
        levels = new int[words];
    }

    static TreeEnsemble of(List<Tree> trees) {
        int leaves = trees.stream().mapToInt(tree -> tree.leafValue().length).sum();
        int sets = trees.stream().mapToInt(tree -> tree.levelsFrom().length - 1).sum();
        int words = trees.stream().mapToInt(tree -> tree.levels().length).sum();
        TreeEnsemble ensemble = new TreeEnsemble(trees.size(), leaves - trees.size(), leaves, sets, words);
        int node = 0;
        int leaf = 0;
        int set = 0;
        int word = 0;
        for (int at = 0; at < trees.size(); at++) {
            Tree tree = trees.get(at);
            ensemble.root[at] = tree.feature().length == 0 ? ~leaf : node;
            ensemble.copy(tree, node, leaf, set, word);
            node += tree.feature().length;
            leaf += tree.leafValue().length;
            set += tree.levelsFrom().length - 1;
            word += tree.levels().length;
        }
        return ensemble;
    }

    private void copy(Tree tree, int node, int leaf, int set, int word) {
        for (int at = 0; at < tree.feature().length; at++) {
            boolean category = (tree.decision()[at] & Tree.CATEGORY) != 0;
            feature[node + at] = tree.feature()[at];
            gain[node + at] = tree.gain()[at];
            threshold[node + at] = tree.threshold()[at] + (category ? set : 0);
            decision[node + at] = (byte) tree.decision()[at];
            left[node + at] = tree.left()[at] >= 0 ? node + tree.left()[at] : ~(leaf + ~tree.left()[at]);
            right[node + at] = tree.right()[at] >= 0 ? node + tree.right()[at] : ~(leaf + ~tree.right()[at]);
        }
        System.arraycopy(tree.leafValue(), 0, leafValue, leaf, tree.leafValue().length);
        System.arraycopy(tree.levels(), 0, levels, word, tree.levels().length);
        for (int at = 1; at < tree.levelsFrom().length; at++) {
            levelsFrom[set + at] = word + tree.levelsFrom()[at];
        }
    }

    /** The number of trees. */
    public int size() {
        return root.length;
    }

    /**
     * Writes the sum of the trees for each row.
     *
     * @param values cells, row-major, NaN where missing
     * @param columns cells of a row
     */
    void score(float[] values, int columns, int rows, double[] sums) {
        for (int from = 0; from < rows; from += BLOCK) {
            int to = Math.min(rows, from + BLOCK);
            for (int row = from; row < to; row++) {
                sums[row] = 0;
            }
            for (int tree : root) {
                for (int row = from; row < to; row++) {
                    sums[row] += leafValue[leafBelow(tree, values, row * columns)];
                }
            }
        }
    }

    private int leafBelow(int top, float[] values, int cells) {
        int node = top;
        while (node >= 0) {
            node = goesLeft(node, values[cells + feature[node]]) ? left[node] : right[node];
        }
        return ~node;
    }

    private boolean goesLeft(int node, double value) {
        int bits = decision[node];
        if ((bits & Tree.CATEGORY) != 0) {
            return !Double.isNaN(value) && holds((int) threshold[node], (int) value);
        }
        int missing = bits >> Tree.MISSING_SHIFT;
        if (Double.isNaN(value)) {
            return missing == 0 ? 0 <= threshold[node] : (bits & Tree.DEFAULT_LEFT) != 0;
        }
        if (missing == Tree.MISSING_IS_ZERO && Math.abs(value) <= ZERO_BOUND) {
            return (bits & Tree.DEFAULT_LEFT) != 0;
        }
        return value <= threshold[node];
    }

    private boolean holds(int set, int level) {
        int word = levelsFrom[set] + (level >>> 5);
        return level >= 0 && word < levelsFrom[set + 1] && (levels[word] >>> (level & 31) & 1) != 0;
    }

    /** Adds the gain and the number of the splits on each column; a split without gain counts for nothing. */
    void addImportance(double[] columnGain, long[] columnSplits) {
        for (int node = 0; node < feature.length; node++) {
            if (gain[node] > 0) {
                columnGain[feature[node]] += gain[node];
                columnSplits[feature[node]]++;
            }
        }
    }
}
