package dev.linger.ranker.trees;

/** Reads one tree of a model's text. */
final class TreeReader {
    private static final int MAX_LEAVES = 131_072;
    private static final int MAX_DECISION = 11;
    private static final long UNSIGNED_INT_MAX = 0xffff_ffffL;

    private final ModelLines lines;
    private final int columns;

    TreeReader(ModelLines lines, int columns) {
        this.lines = lines;
        this.columns = columns;
    }

    /** Reads the tree with this number, which must take so many characters. */
    Tree read(int number, long characters) {
        long before = lines.charactersRead();
        lines.expect("Tree=" + number);
        int leaves = lines.integer("num_leaves", 1, MAX_LEAVES);
        int categorySplits = lines.integer("num_cat", 0, leaves - 1);
        Tree tree = readArrays(leaves, categorySplits);
        lines.integer("is_linear", 0, 0);
        lines.number("shrinkage", lines.value("shrinkage"));
        lines.expect("");
        lines.expect("");
        if (lines.charactersRead() - before != characters) {
            throw lines.damaged("tree " + number + " has " + (lines.charactersRead() - before)
                    + " characters but tree_sizes says " + characters);
        }
        return tree;
    }

    private Tree readArrays(int leaves, int categorySplits) {
        int nodes = leaves - 1;
        int[] feature = lines.integers("split_feature", nodes, 0, columns - 1);
        double[] gain = lines.numbers("split_gain", nodes);
        double[] threshold = readThresholds(nodes);
        int[] decision = lines.integers("decision_type", nodes, 0, MAX_DECISION);
        requireSets(threshold, decision, categorySplits);
        int[] left = lines.integers("left_child", nodes, -leaves, nodes - 1);
        int[] right = lines.integers("right_child", nodes, -leaves, nodes - 1);
        requireTree(left, right);
        double[] leafValue = lines.numbers("leaf_value", leaves);
        lines.numbers("leaf_weight", leaves);
        int[] leafRows = lines.integers("leaf_count", leaves, 0, Integer.MAX_VALUE);
        lines.numbers("internal_value", nodes);
        lines.numbers("internal_weight", nodes);
        int[] nodeRows = lines.integers("internal_count", nodes, 0, Integer.MAX_VALUE);
        int[] levelsFrom = new int[1];
        int[] levels = new int[0];
        if (categorySplits > 0) {
            levelsFrom = readBoundaries(categorySplits);
            levels = readLevels(levelsFrom[categorySplits]);
        }
        Tree tree = new Tree(
                feature, gain, threshold, decision, left, right, leafValue, nodeRows, leafRows, levelsFrom, levels);
        requireRows(tree);
        return tree;
    }

    /** Finite numbers, or {@code inf} where a split parts what is missing from all that is not. */
    private double[] readThresholds(int nodes) {
        String[] words = lines.words("threshold", nodes);
        double[] thresholds = new double[nodes];
        for (int node = 0; node < nodes; node++) {
            thresholds[node] =
                    words[node].equals("inf") ? Double.POSITIVE_INFINITY : lines.number("threshold", words[node]);
        }
        return thresholds;
    }

    /** Each category split has a set of levels of its own, named by its threshold. */
    private void requireSets(double[] threshold, int[] decision, int categorySplits) {
        boolean[] seen = new boolean[categorySplits];
        int found = 0;
        for (int node = 0; node < threshold.length; node++) {
            if ((decision[node] & Tree.CATEGORY) != 0) {
                int set = (int) threshold[node];
                if (set != threshold[node] || set < 0 || set >= categorySplits || seen[set]) {
                    throw lines.damaged("category split " + node + " names the set of levels " + threshold[node]
                            + ", which is not one of its own in 0.." + (categorySplits - 1));
                }
                seen[set] = true;
                found++;
            }
        }
        if (found != categorySplits) {
            throw lines.damaged("num_cat is " + categorySplits + " but " + found + " splits are category splits");
        }
    }

    /** Children come after their parent, and each node but the root and each leaf is the child of one node. */
    private void requireTree(int[] left, int[] right) {
        boolean[] nodeSeen = new boolean[left.length];
        boolean[] leafSeen = new boolean[left.length + 1];
        for (int node = 0; node < left.length; node++) {
            for (int child : new int[] {left[node], right[node]}) {
                boolean[] seen = child >= 0 ? nodeSeen : leafSeen;
                int at = child >= 0 ? child : ~child;
                if ((child >= 0 && child <= node) || seen[at]) {
                    throw lines.damaged("child " + child + " of node " + node
                            + " stands before it or has another parent: not a tree");
                }
                seen[at] = true;
            }
        }
    }

    /** The rows that came to a node are those that came to its children, and no leaf is without rows. */
    private void requireRows(Tree tree) {
        for (int node = 0; node < tree.nodeCount(); node++) {
            long left = tree.rowsOf(tree.left()[node]);
            long right = tree.rowsOf(tree.right()[node]);
            if (left < 1 || right < 1 || left + right != tree.nodeRows()[node]) {
                throw lines.damaged("internal_count of node " + node + " is " + tree.nodeRows()[node]
                        + " but its children have " + left + " and " + right + " rows");
            }
        }
    }

    private int[] readBoundaries(int sets) {
        int[] boundaries = lines.integers("cat_boundaries", sets + 1, 0, Integer.MAX_VALUE);
        for (int at = 0; at <= sets; at++) {
            if (at == 0 ? boundaries[0] != 0 : boundaries[at] <= boundaries[at - 1]) {
                throw lines.damaged("cat_boundaries must rise from 0 but has " + boundaries[at] + " at " + at);
            }
        }
        return boundaries;
    }

    private int[] readLevels(int count) {
        String[] words = lines.words("cat_threshold", count);
        int[] levels = new int[count];
        for (int at = 0; at < count; at++) {
            levels[at] = (int) lines.integer("cat_threshold", words[at], 0, UNSIGNED_INT_MAX);
        }
        return levels;
    }
}
