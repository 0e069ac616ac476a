package dev.linger.candidates.interests;

import java.util.Arrays;

/**
 * Ward's agglomerative clustering: each point is a cluster at first, and the two whose union adds least to the sum of squared
 * distances to the means are united,
 *
 * <pre>cost(A, B) = |A| |B| / (|A| + |B|) * |mean of A - mean of B|^2</pre>
 *
 * <p>until there are few enough and the next union would cost too much. The costs to a union follow from those to its parts, and
 * each cluster keeps which later one is nearest, so n points take O(n^2) as a rule. Of equal costs, those of the earliest points
 * are united first.
 *
 * <p>Sources: Ward, Hierarchical Grouping to Optimize an Objective Function, JASA 1963; Lance and Williams, A General Theory of
 * Classificatory Sorting Strategies, The Computer Journal 1967 (the costs to a union).
 */
final class WardClusters {
    private static final int NONE = -1;

    private final double[][] cost;
    private final int[] size;
    private final int[] cluster;
    private final int[] nearest;

    private WardClusters(double[][] points) {
        cost = new double[points.length][points.length];
        for (int one = 0; one < points.length; one++) {
            for (int other = 0; other < one; other++) {
                cost[one][other] = squaredDistance(points[one], points[other]) / 2;
                cost[other][one] = cost[one][other];
            }
        }
        size = new int[points.length];
        Arrays.fill(size, 1);
        cluster = new int[points.length];
        Arrays.setAll(cluster, at -> at);
        nearest = new int[points.length];
        Arrays.setAll(nearest, this::nearestLater);
    }

    /**
     * The cluster of each point: that of the first point is 0, that of the first point outside of it 1, and so on.
     *
     * @param points of equal length
     * @param most how many clusters there may be, at least 1
     * @param uniteBelow unions that cost less are made though there are few enough
     */
    static int[] of(double[][] points, int most, double uniteBelow) {
        WardClusters clusters = new WardClusters(points);
        for (int left = points.length; left > 1; left--) {
            int first = clusters.cheapest();
            if (left <= most && clusters.costOf(first) >= uniteBelow) {
                break;
            }
            clusters.unite(first, clusters.nearest[first]);
        }
        return clusters.numbered();
    }

    static double squaredDistance(double[] one, double[] other) {
        double sum = 0;
        for (int at = 0; at < one.length; at++) {
            double difference = one[at] - other[at];
            sum += difference * difference;
        }
        return sum;
    }

    /** The later cluster whose union with this one costs least, the earliest of several; a cluster is kept at its first point. */
    private int nearestLater(int one) {
        int best = NONE;
        for (int other = one + 1; other < size.length; other++) {
            if (size[other] > 0 && (best == NONE || cost[one][other] < cost[one][best])) {
                best = other;
            }
        }
        return best;
    }

    private double costOf(int one) {
        return nearest[one] == NONE ? Double.POSITIVE_INFINITY : cost[one][nearest[one]];
    }

    /** The earlier of the two clusters that are united next. */
    private int cheapest() {
        int best = 0;
        for (int one = 1; one < size.length; one++) {
            if (size[one] > 0 && costOf(one) < costOf(best)) {
                best = one;
            }
        }
        return best;
    }

    private void unite(int first, int second) {
        double united = cost[first][second];
        for (int other = 0; other < size.length; other++) {
            if (size[other] > 0 && other != first && other != second) {
                double toUnion = ((size[first] + size[other]) * cost[first][other]
                                + (size[second] + size[other]) * cost[second][other]
                                - size[other] * united)
                        / (size[first] + size[second] + size[other]);
                cost[first][other] = toUnion;
                cost[other][first] = toUnion;
            }
        }
        size[first] += size[second];
        size[second] = 0;
        nearest[second] = NONE;
        for (int at = 0; at < cluster.length; at++) {
            cluster[at] = cluster[at] == second ? first : cluster[at];
        }
        for (int one = 0; one < second; one++) {
            boolean hadOne = one == first || nearest[one] == first || nearest[one] == second;
            if (size[one] > 0 && (hadOne || cost[one][first] <= costOf(one))) {
                nearest[one] = nearestLater(one);
            }
        }
    }

    private int[] numbered() {
        int[] numbers = new int[cluster.length];
        int next = 0;
        for (int at = 0; at < cluster.length; at++) {
            numbers[at] = cluster[at] == at ? next++ : numbers[cluster[at]];
        }
        return numbers;
    }
}
