package dev.linger.ranker.trees;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Trees of any shape, with splits of every kind. */
final class RandomTrees {
    private static final double[] SPECIAL = {
        0,
        -0.0,
        1.0000000180025095e-35,
        1e-35,
        -1e-35,
        1e-300,
        -1e-300,
        1e300,
        -1e300,
        Double.POSITIVE_INFINITY,
        31,
        0.1
    };

    private RandomTrees() {}

    static Tree next(SplittableRandom random, int leaves, int columns) {
        return next(random, leaves, columns, 1);
    }

    /** @param scale leaf values lie from minus this to this */
    static Tree next(SplittableRandom random, int leaves, int columns, double scale) {
        int nodes = leaves - 1;
        int[] feature = new int[nodes];
        double[] threshold = new double[nodes];
        int[] decision = new int[nodes];
        int[] levelsFrom = new int[nodes + 1];
        int[] levels = new int[4 * nodes];
        int sets = 0;
        for (int node = 0; node < nodes; node++) {
            feature[node] = random.nextInt(columns);
            decision[node] = random.nextInt(3) << Tree.MISSING_SHIFT | random.nextInt(2) * Tree.DEFAULT_LEFT;
            threshold[node] =
                    random.nextInt(4) == 0 ? SPECIAL[random.nextInt(SPECIAL.length)] : random.nextDouble(-3, 3);
            if (random.nextInt(3) == 0) {
                decision[node] |= Tree.CATEGORY;
                threshold[node] = sets;
                levelsFrom[sets + 1] = levelsFrom[sets] + random.nextInt(1, 5);
                for (int word = levelsFrom[sets]; word < levelsFrom[sets + 1]; word++) {
                    levels[word] = random.nextInt();
                }
                sets++;
            }
        }
        int[] left = new int[nodes];
        int[] right = new int[nodes];
        grow(random, left, right);
        double[] values = random.doubles(leaves, -scale, scale).toArray();
        int[] leafRows = random.ints(leaves, 1, 1000).toArray();
        return new Tree(
                feature,
                new double[nodes],
                threshold,
                decision,
                left,
                right,
                values,
                nodeRows(left, right, leafRows),
                leafRows,
                Arrays.copyOf(levelsFrom, sets + 1),
                Arrays.copyOf(levels, levelsFrom[sets]));
    }

    private static int[] nodeRows(int[] left, int[] right, int[] leafRows) {
        int[] rows = new int[left.length];
        for (int node = rows.length - 1; node >= 0; node--) {
            for (int child : new int[] {left[node], right[node]}) {
                rows[node] += child >= 0 ? rows[child] : leafRows[~child];
            }
        }
        return rows;
    }

    /** Splits a leaf at random as often as there are nodes, as LightGBM numbers what it grows. */
    private static void grow(SplittableRandom random, int[] left, int[] right) {
        int[] parent = new int[left.length + 1];
        for (int node = 0; node < left.length; node++) {
            int leaf = random.nextInt(node + 1);
            if (node > 0) {
                int[] side = left[parent[leaf]] == ~leaf ? left : right;
                side[parent[leaf]] = node;
            }
            left[node] = ~leaf;
            right[node] = ~(node + 1);
            parent[leaf] = node;
            parent[node + 1] = node;
        }
    }
}
