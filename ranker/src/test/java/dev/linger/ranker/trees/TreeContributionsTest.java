package dev.linger.ranker.trees;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.data.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeContributionsTest {
    /** Node 0: column 0 <= 0, 4 of 10 rows, leaf 10. Node 1: column 1 <= 0, 3 of 6 rows, leaf 20; else leaf 40. */
    private static final Tree TWO_SPLITS = new Tree(
            new int[] {0, 1},
            new double[2],
            new double[2],
            new int[] {8, 8},
            new int[] {~0, ~1},
            new int[] {1, ~2},
            new double[] {10, 20, 40},
            new int[] {10, 6},
            new int[] {4, 3, 3},
            new int[1],
            new int[0]);

    @Test
    void two_columns_share_what_they_add_in_either_order() {
        // Nothing known: .4 * 10 + .3 * 20 + .3 * 40 = 22. Column 0 is 1: 30. Column 1 is 1: .4 * 10 + .6 * 40 = 28.
        // Both: 40.
        // Column 0: ((30 - 22) + (40 - 28)) / 2 = 10; column 1: ((28 - 22) + (40 - 30)) / 2 = 8.
        TreeEnsemble ensemble = TreeEnsemble.of(List.of(TWO_SPLITS));
        assertEquals(22, ensemble.mean(), 1e-12);
        assertArrayEquals(new double[] {10, 8}, contributions(ensemble, 2, 1, 1), 1e-12);
    }

    @Test
    void a_tree_of_one_leaf_is_its_mean() {
        TreeEnsemble ensemble = TreeEnsemble.of(List.of(RandomTrees.next(new Seed(1).stream("leaf"), 1, 3)));
        double[] score = new double[1];
        ensemble.score(new float[3], 3, 1, score);
        assertEquals(score[0], ensemble.mean());
        assertArrayEquals(new double[3], contributions(ensemble, 3, 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "3, 2", "8, 3", "31, 5", "63, 9", "200, 7"})
    void they_are_the_mean_gain_of_joining_over_all_subsets(int leaves, int columns) {
        SplittableRandom random = new Seed(21).derive("leaves " + leaves).stream("trees");
        for (int trial = 0; trial < 20; trial++) {
            Tree tree = RandomTrees.next(random, leaves, columns);
            float[] cells = cells(random, columns);
            TreeEnsemble ensemble = TreeEnsemble.of(List.of(tree));
            assertArrayEquals(slow(tree, cells), contributions(ensemble, columns, cells), 1e-12);
        }
    }

    @ParameterizedTest
    @CsvSource({"63, 148", "500, 60", "3000, 1000"})
    void with_the_mean_they_add_up_to_the_score_of_deep_trees(int leaves, int columns) {
        SplittableRandom random = new Seed(22).derive("leaves " + leaves).stream("trees");
        List<Tree> trees = IntStream.range(0, 5)
                .mapToObj(at -> RandomTrees.next(random, leaves, columns))
                .toList();
        TreeEnsemble ensemble = TreeEnsemble.of(trees);
        for (int trial = 0; trial < 20; trial++) {
            float[] cells = cells(random, columns);
            double[] score = new double[1];
            ensemble.score(cells, columns, 1, score);
            double sum = ensemble.mean();
            for (double contribution : contributions(ensemble, columns, cells)) {
                sum += contribution;
            }
            assertEquals(score[0], sum, 1e-12);
        }
    }

    @Test
    void rows_together_are_explained_like_each_by_itself() {
        SplittableRandom random = new Seed(23).stream("trees");
        List<Tree> trees = IntStream.of(63, 2, 1, 130)
                .mapToObj(leaves -> RandomTrees.next(random, leaves, 5))
                .toList();
        TreeEnsemble ensemble = TreeEnsemble.of(trees);
        float[] cells = cells(random, 5 * 150);
        double[] together = new double[cells.length];
        ensemble.contribute(cells, 5, 150, together);
        for (int row = 0; row < 150; row++) {
            float[] alone = Arrays.copyOfRange(cells, row * 5, row * 5 + 5);
            assertArrayEquals(contributions(ensemble, 5, alone), Arrays.copyOfRange(together, row * 5, row * 5 + 5));
        }
    }

    private static double[] contributions(TreeEnsemble ensemble, int columns, float... cells) {
        double[] sums = new double[columns];
        ensemble.contribute(cells, columns, 1, sums);
        return sums;
    }

    private static float[] cells(SplittableRandom random, int count) {
        float[] cells = new float[count];
        for (int at = 0; at < count; at++) {
            cells[at] = switch (random.nextInt(4)) {
                case 0 -> Float.NaN;
                case 1 -> 0;
                case 2 -> random.nextInt(130);
                default -> (float) random.nextDouble(-3, 3);
            };
        }
        return cells;
    }

    /** Shapley's formula: sum over the subsets S without a column of |S|! (n - |S| - 1)! / n! (worth(S and it) - worth(S)). */
    private static double[] slow(Tree tree, float[] cells) {
        int columns = cells.length;
        double[] contributions = new double[columns];
        for (int column = 0; column < columns; column++) {
            for (int subset = 0; subset < 1 << columns; subset++) {
                if ((subset >> column & 1) == 0) {
                    double gain = worth(tree, 0, cells, subset | 1 << column) - worth(tree, 0, cells, subset);
                    contributions[column] += gain / orders(columns, Integer.bitCount(subset));
                }
            }
        }
        return contributions;
    }

    /** n! / (s! (n - s - 1)!) */
    private static double orders(int columns, int known) {
        double orders = columns;
        for (int at = 1; at <= known; at++) {
            orders *= (double) (columns - at) / at;
        }
        return orders;
    }

    /** The mean of the leaves below a child, where only the columns of the set are known. */
    private static double worth(Tree tree, int child, float[] cells, int known) {
        if (child < 0) {
            return tree.leafValue()[~child];
        }
        int left = tree.left()[child];
        int right = tree.right()[child];
        if ((known >> tree.feature()[child] & 1) != 0) {
            return worth(tree, tree.goesLeft(child, cells[tree.feature()[child]]) ? left : right, cells, known);
        }
        double rows = tree.nodeRows()[child];
        return tree.rowsOf(left) / rows * worth(tree, left, cells, known)
                + tree.rowsOf(right) / rows * worth(tree, right, cells, known);
    }
}
