package dev.linger.ranker.trees;

import java.util.Arrays;

/**
 * What each column adds to a tree's value for a row: Shapley values of the columns, where the worth of a set S of columns is
 * the mean of the leaves that a row can reach when splits on S are answered by its cells and all other splits send it either
 * way in the shares of the training rows (path-dependent TreeSHAP).
 *
 * <p>For one leaf of value v, let its path ask d columns. Column j lets the row through ({@code o = 1}) or not
 * ({@code o = 0}), and it let the share z of the training rows through. Then {@code worth(S) = v prod_S o prod_others z}, and
 * by the multilinear extension of this game
 *
 * <pre>phi_i = v integral over t in 0..1 of (o_i - z_i) prod over j != i of (t o_j + (1 - t) z_j)</pre>
 *
 * a polynomial of degree d - 1, which {@link Quadrature} of ceil(d / 2) points integrates exactly. No factor is negative, so
 * nothing cancels. The product of all z is the share r of the training rows that fell into the leaf, so with
 * {@code R = 1 - t + t o / z} the integrand is {@code r prod R_j} times {@code (o_i / z_i - 1) / R_i}. The products go down the
 * tree and their sums over the leaves come up; where a column is asked again, its new R takes the place of the old one. All
 * that does not depend on the row is worked out before: {@code o} has two values.
 *
 * <p>Source: Lundberg, Erion and Lee, Consistent Individualized Feature Attribution for Tree Ensembles, 2018 (the game);
 * Owen, Multilinear Extensions of Games, Management Science 1972 (the integral); Yu et al., Linear TreeShap, NeurIPS 2022
 * (products down, sums up).
 */
final class TreeContributions {
    private static final int NONE = -1;

    private final Tree tree;
    private final int points;
    private final double mean;

    /** Positions of the children of each node. */
    private final int[] left;

    private final int[] right;

    /** The child, on the way to each node, that the last split on the node's column led to; {@link #NONE} if there is none. */
    private final int[] asked;

    /** Of each child: 1, or for a leaf v r. The factors of a child have it too. */
    private final double[] weight;

    /** For each child and point, what the product is multiplied by where the row goes there, and where it does not. */
    private final double[] factorIn;

    private final double[] factorOut;

    /** For each child and point what a unit of the sum adds where the row goes there; for each node, of the other child. */
    private final double[] gainIn;

    private final double[] gainOut;

    TreeContributions(Tree tree) {
        this.tree = tree;
        TreePaths paths = TreePaths.of(tree);
        Quadrature rule = Quadrature.of((paths.mostColumns() + 1) / 2);
        this.points = rule.size();
        this.left = Arrays.stream(tree.left()).map(tree::position).toArray();
        this.right = Arrays.stream(tree.right()).map(tree::position).toArray();
        this.asked = paths.asked();
        this.weight = weights(tree);
        this.mean = Arrays.stream(weight, tree.nodeCount(), weight.length).sum();
        this.factorIn = new double[weight.length * points];
        this.factorOut = new double[weight.length * points];
        this.gainIn = new double[weight.length * points];
        this.gainOut = new double[tree.nodeCount() * points];
        for (int node = 0; node < tree.nodeCount(); node++) {
            for (int point = 0; point < points; point++) {
                prepare(node, point, rule, paths.inverseShare());
            }
        }
    }

    /** A tree of one leaf has no rows in the text: all of them fall into it. */
    private static double[] weights(Tree tree) {
        double[] weights = new double[tree.nodeCount() + tree.leafCount()];
        Arrays.fill(weights, 0, tree.nodeCount(), 1);
        for (int leaf = 0; leaf < tree.leafCount(); leaf++) {
            double share = tree.nodeCount() == 0 ? 1 : (double) tree.leafRows()[leaf] / tree.nodeRows()[0];
            weights[tree.nodeCount() + leaf] = tree.leafValue()[leaf] * share;
        }
        return weights;
    }

    /** What a column had before, its new R replaces; R is 1 - t for the child where the row does not go. */
    private void prepare(int node, int point, Quadrature rule, double[] inverseShare) {
        double t = rule.point()[point];
        double before = asked[node] == NONE ? 1 : inverseShare[asked[node]];
        double factorBefore = 1 - t + t * before;
        double gainBefore = (before - 1) / factorBefore;
        gainOut[node * points + point] = rule.weight()[point] * (-1 / (1 - t) - gainBefore);
        for (int child : new int[] {left[node], right[node]}) {
            int at = child * points + point;
            double factor = 1 - t + t * inverseShare[child];
            factorIn[at] = weight[child] * factor / factorBefore;
            factorOut[at] = weight[child] * (1 - t) / factorBefore;
            gainIn[at] = rule.weight()[point] * ((inverseShare[child] - 1) / factor - gainBefore);
        }
    }

    /** The mean of the leaves over the training rows, which the contributions of the columns add to. */
    double mean() {
        return mean;
    }

    /** How many numbers a {@link Workspace} must hold. */
    int room() {
        return factorIn.length;
    }

    /** Adds each column's contribution to {@code sums[first + column]} for the row whose cells begin at {@code cells}. */
    void addTo(double[] sums, int first, float[] values, int cells, Workspace work) {
        if (tree.nodeCount() > 0) {
            descend(values, cells, work);
            ascend(sums, first, work);
        }
    }

    /** The product of R over the columns asked on the way to each child, at each point. */
    private void descend(float[] values, int cells, Workspace work) {
        double[] product = work.product;
        Arrays.fill(product, 0, points, 1);
        for (int node = 0; node < left.length; node++) {
            boolean goesLeft = tree.goesLeft(node, values[cells + tree.feature()[node]]);
            boolean open = asked[node] == NONE || work.passes[asked[node]];
            int taken = goesLeft ? left[node] : right[node];
            int other = goesLeft ? right[node] : left[node];
            work.passes[taken] = open;
            work.passes[other] = false;
            int above = node * points;
            int in = taken * points;
            int out = other * points;
            work.open[node] = open;
            work.in[node] = in;
            work.out[node] = out;
            if (open) {
                for (int point = 0; point < points; point++) {
                    product[in + point] = product[above + point] * factorIn[in + point];
                    product[out + point] = product[above + point] * factorOut[out + point];
                }
            } else { // the column lets the row through neither way: R stays 1 - t
                for (int point = 0; point < points; point++) {
                    product[in + point] = product[above + point] * weight[taken];
                    product[out + point] = product[above + point] * weight[other];
                }
            }
        }
    }

    /** Sums of the products over the leaves below each child, of which each split gives its column a share. */
    private void ascend(double[] sums, int first, Workspace work) {
        double[] product = work.product;
        for (int node = left.length - 1; node >= 0; node--) {
            int above = node * points;
            int in = work.in[node];
            int out = work.out[node];
            if (work.open[node]) {
                double sum = 0;
                for (int point = 0; point < points; point++) {
                    double inside = product[in + point];
                    double outside = product[out + point];
                    product[above + point] = inside + outside;
                    sum += inside * gainIn[in + point] + outside * gainOut[above + point];
                }
                sums[first + tree.feature()[node]] += sum;
            } else {
                for (int point = 0; point < points; point++) {
                    product[above + point] = product[in + point] + product[out + point];
                }
            }
        }
    }

    /** Arrays of one thread, for one tree after another. */
    static final class Workspace {
        private final double[] product;

        /** Of each child, whether its column lets the row through as far as there. */
        private final boolean[] passes;

        /** Of each node, whether its column did before, and where the products of its two children are. */
        private final boolean[] open;

        private final int[] in;
        private final int[] out;

        /** @param room the most that a tree needs */
        Workspace(int room) {
            this.product = new double[room];
            this.passes = new boolean[room];
            this.open = new boolean[room];
            this.in = new int[room];
            this.out = new int[room];
        }
    }
}
