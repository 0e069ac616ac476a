package dev.linger.ranker.trees;

/**
 * What the ways from the root of a tree ask.
 *
 * @param asked the child, on the way to each node, that the last split on the node's column led to; -1 where there is none
 * @param inverseShare for each child 1 / z, where z is the share of the training rows that all splits on the way on the same
 *     column as the last one let through
 * @param mostColumns the most distinct columns that a way asks
 */
record TreePaths(int[] asked, double[] inverseShare, int mostColumns) {
    static TreePaths of(Tree tree) {
        int children = tree.nodeCount() + tree.leafCount();
        int[] asked = new int[tree.nodeCount()];
        int[] parent = new int[children];
        int[] columns = new int[children];
        double[] inverseShare = new double[children];
        int most = 0;
        for (int node = 0; node < asked.length; node++) {
            asked[node] = lastAsked(tree, node, parent);
            double before = asked[node] < 0 ? 1 : inverseShare[asked[node]];
            for (int child : new int[] {tree.left()[node], tree.right()[node]}) {
                int at = tree.position(child);
                parent[at] = node;
                inverseShare[at] = before * tree.nodeRows()[node] / tree.rowsOf(child);
                columns[at] = columns[node] + (asked[node] < 0 ? 1 : 0);
                most = Math.max(most, columns[at]);
            }
        }
        return new TreePaths(asked, inverseShare, most);
    }

    private static int lastAsked(Tree tree, int node, int[] parent) {
        for (int child = node; child != 0; child = parent[child]) {
            if (tree.feature()[parent[child]] == tree.feature()[node]) {
                return child;
            }
        }
        return -1;
    }
}
