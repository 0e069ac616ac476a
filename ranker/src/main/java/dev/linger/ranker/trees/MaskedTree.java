package dev.linger.ranker.trees;

import java.util.Arrays;

/**
 * A tree of at most 64 leaves as masks: for each column it splits on and each class of cells, the leaves that a row with
 * such a cell can still fall into. The row falls into the one leaf that the masks of all its cells have in common.
 *
 * <p>A walk waits at every node for the cell and then for the child; here no lookup waits for another, and a tree takes as
 * many as it has columns (about 15 where a walk is 13 nodes deep).
 *
 * <p>Source: Lucchese et al., QuickScorer: a Fast Algorithm to Rank Documents with Additive Ensembles of Regression Trees,
 * SIGIR 2015; there the masks of the splits on a column are combined again for each row.
 */
final class MaskedTree {
    private final int[] columns;
    private final long[][] masks;
    private final double[] leafValue;

    private MaskedTree(int[] columns, long[][] masks, double[] leafValue) {
        this.columns = columns;
        this.masks = masks;
        this.leafValue = leafValue;
    }

    /** Whether a tree has few enough leaves, and classes for all of its columns. */
    static boolean canHold(Tree tree, CellClasses classes) {
        return tree.leafCount() <= Long.SIZE && classes.holdAllOf(tree);
    }

    static MaskedTree of(Tree tree, CellClasses classes) {
        int[] columns = Arrays.stream(tree.feature()).distinct().toArray();
        long[] below = leavesBelow(tree);
        long[][] masks = new long[columns.length][];
        for (int at = 0; at < columns.length; at++) {
            masks[at] = masks(tree, below, columns[at], classes.of(columns[at]));
        }
        return new MaskedTree(columns, masks, tree.leafValue());
    }

    private static long[] masks(Tree tree, long[] below, int column, ColumnClasses classes) {
        long[] masks = new long[classes.count()];
        Arrays.fill(masks, -1);
        for (int node = 0; node < tree.nodeCount(); node++) {
            if (tree.feature()[node] == column) {
                long left = leavesBelow(tree.left()[node], below);
                long right = leavesBelow(tree.right()[node], below);
                for (int number = 0; number < masks.length; number++) {
                    masks[number] &= tree.goesLeft(node, classes.valueOf(number)) ? ~right : ~left;
                }
            }
        }
        return masks;
    }

    /** The leaves below each node, whose children come after it. */
    private static long[] leavesBelow(Tree tree) {
        long[] below = new long[tree.nodeCount()];
        for (int node = below.length - 1; node >= 0; node--) {
            below[node] = leavesBelow(tree.left()[node], below) | leavesBelow(tree.right()[node], below);
        }
        return below;
    }

    private static long leavesBelow(int child, long[] below) {
        return child >= 0 ? below[child] : 1L << ~child;
    }

    /** Adds to the sum of each row of the block the value of its leaf. */
    void addTo(double[] sums, RowBlock rows) {
        long[] possible = rows.possibleLeaves();
        Arrays.fill(possible, 0, rows.size(), -1);
        for (int at = 0; at < columns.length; at++) {
            narrow(possible, masks[at], rows.classes(columns[at]), rows.size());
        }
        for (int row = 0; row < rows.size(); row++) {
            sums[rows.first() + row] += leafValue[Long.numberOfTrailingZeros(possible[row])];
        }
    }

    private static void narrow(long[] possible, long[] masks, char[] classes, int rows) {
        for (int row = 0; row < rows; row++) {
            possible[row] &= masks[classes[row]];
        }
    }
}
