package dev.linger.ranker.trees;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Trees that are summed. The score of a row is the sum over the trees, in their order, of the value of the leaf the row
 * falls into, exactly as LightGBM adds them.
 */
public final class TreeEnsemble {
    /** Rows that go through one tree before the next: their classes and the masks of a tree fit the caches together. */
    private static final int BLOCK = 1024;

    /** Rows whose contributions by one tree are worked out before the next, which stays in the caches for them. */
    private static final int CONTRIBUTION_BLOCK = 64;

    private final List<Tree> trees;
    private final CellClasses classes;

    /** Null where a tree must be walked. */
    private final @Nullable MaskedTree[] masked;

    /** Made when it is first asked for: most models are never explained, and these are many times as large as the trees. */
    private @Nullable List<TreeContributions> contributions;

    private TreeEnsemble(List<Tree> trees, CellClasses classes) {
        this.trees = List.copyOf(trees);
        this.classes = classes;
        this.masked = trees.stream()
                .map(tree -> MaskedTree.canHold(tree, classes) ? MaskedTree.of(tree, classes) : null)
                .toArray(MaskedTree[]::new);
    }

    private synchronized List<TreeContributions> contributions() {
        List<TreeContributions> made = contributions;
        if (made == null) {
            made = trees.stream().map(TreeContributions::new).toList();
            contributions = made;
        }
        return made;
    }

    static TreeEnsemble of(List<Tree> trees) {
        return new TreeEnsemble(trees, CellClasses.of(trees));
    }

    /** The number of trees. */
    public int size() {
        return trees.size();
    }

    /**
     * Writes the sum of the trees for each row.
     *
     * @param values cells, row-major, NaN where missing
     * @param columns cells of a row
     */
    void score(float[] values, int columns, int rows, double[] sums) {
        Arrays.fill(sums, 0, rows, 0);
        RowBlock block = new RowBlock(classes, columns, Math.min(rows, BLOCK));
        for (int from = 0; from < rows; from += BLOCK) {
            block.take(values, from, Math.min(rows - from, BLOCK));
            for (int tree = 0; tree < masked.length; tree++) {
                MaskedTree ofTree = masked[tree];
                if (ofTree != null) {
                    ofTree.addTo(sums, block);
                } else {
                    walk(trees.get(tree), values, columns, block, sums);
                }
            }
        }
    }

    private static void walk(Tree tree, float[] values, int columns, RowBlock block, double[] sums) {
        for (int row = block.first(); row < block.first() + block.size(); row++) {
            sums[row] += tree.leafValue()[tree.leafOf(values, row * columns)];
        }
    }

    /** The mean of the sum of the trees over the rows of the training. */
    double mean() {
        return contributions().stream().mapToDouble(TreeContributions::mean).sum();
    }

    /**
     * Writes what each column adds to the sum of the trees for each row, {@code [row * columns + column]}; with
     * {@link #mean} they add up to that sum.
     */
    void contribute(float[] values, int columns, int rows, double[] sums) {
        Arrays.fill(sums, 0, rows * columns, 0);
        List<TreeContributions> ofTrees = contributions();
        int room = ofTrees.stream().mapToInt(TreeContributions::room).max().orElse(0);
        TreeContributions.Workspace work = new TreeContributions.Workspace(room);
        for (int from = 0; from < rows; from += CONTRIBUTION_BLOCK) {
            int to = Math.min(rows, from + CONTRIBUTION_BLOCK);
            for (TreeContributions tree : ofTrees) {
                for (int row = from; row < to; row++) {
                    tree.addTo(sums, row * columns, values, row * columns, work);
                }
            }
        }
    }

    /** Adds the gain and the number of the splits on each column; a split without gain counts for nothing. */
    void addImportance(double[] columnGain, long[] columnSplits) {
        for (Tree tree : trees) {
            for (int node = 0; node < tree.nodeCount(); node++) {
                if (tree.gain()[node] > 0) {
                    columnGain[tree.feature()[node]] += tree.gain()[node];
                    columnSplits[tree.feature()[node]]++;
                }
            }
        }
    }
}
