package dev.linger.candidates.interests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.data.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WardClustersTest {
    private static final double[][] LINE = {{0}, {10}, {1}, {11}, {12}};

    @Test
    void near_points_are_united_first_and_clusters_are_numbered_by_their_first_points() {
        assertArrayEquals(new int[] {0, 1, 0, 1, 1}, WardClusters.of(LINE, 2, 0));
    }

    @Test
    void unions_go_on_below_the_bound_though_there_are_few_enough() {
        // Costs in order: {0, 1} .5, {10, 11} .5, those and 12: 2 * 1 / 3 * 1.5^2 = 1.5, all: 2 * 3 / 5 * 10.5^2 =
        // 132.3.
        assertArrayEquals(new int[] {0, 1, 0, 1, 2}, WardClusters.of(LINE, 5, 1.5));
        assertArrayEquals(new int[] {0, 1, 0, 1, 1}, WardClusters.of(LINE, 5, 1.6));
        assertArrayEquals(new int[] {0, 1, 0, 1, 1}, WardClusters.of(LINE, 5, 132.2));
        assertArrayEquals(new int[] {0, 0, 0, 0, 0}, WardClusters.of(LINE, 5, 132.4));
    }

    @Test
    void no_points_have_no_clusters_and_one_point_is_one() {
        assertEquals(0, WardClusters.of(new double[0][], 3, 1).length);
        assertArrayEquals(new int[] {0}, WardClusters.of(new double[][] {{1}}, 3, 1));
    }

    @Test
    void equal_points_are_united_whatever_else_there_is() {
        assertArrayEquals(new int[] {0, 0, 0}, WardClusters.of(new double[][] {{1}, {1}, {1}}, 3, 1e-9));
    }

    @Test
    void it_unites_what_looking_at_the_means_of_all_pairs_of_clusters_unites() {
        SplittableRandom random = new Seed(1).stream("points");
        for (int round = 0; round < 200; round++) {
            double[][] points = new double[1 + random.nextInt(25)][3];
            for (double[] point : points) {
                Arrays.setAll(point, at -> random.nextDouble());
            }
            int most = 1 + random.nextInt(6);
            double below = random.nextDouble();
            assertArrayEquals(slow(points, most, below), WardClusters.of(points, most, below));
        }
    }

    private static int[] slow(double[][] points, int most, double below) {
        List<List<Integer>> clusters = new ArrayList<>();
        for (int at = 0; at < points.length; at++) {
            clusters.add(new ArrayList<>(List.of(at)));
        }
        while (clusters.size() > 1) {
            double least = Double.POSITIVE_INFINITY;
            int first = 0;
            int second = 0;
            for (int one = 0; one < clusters.size(); one++) {
                for (int other = one + 1; other < clusters.size(); other++) {
                    double cost = cost(points, clusters.get(one), clusters.get(other));
                    if (cost < least) {
                        least = cost;
                        first = one;
                        second = other;
                    }
                }
            }
            if (clusters.size() <= most && least >= below) {
                break;
            }
            clusters.get(first).addAll(clusters.remove(second));
        }
        clusters.sort(
                Comparator.comparing(of -> of.stream().min(Integer::compare).orElseThrow()));
        int[] cluster = new int[points.length];
        for (int number = 0; number < clusters.size(); number++) {
            for (int at : clusters.get(number)) {
                cluster[at] = number;
            }
        }
        return cluster;
    }

    private static double cost(double[][] points, List<Integer> one, List<Integer> other) {
        double squares = WardClusters.squaredDistance(mean(points, one), mean(points, other));
        return squares * one.size() * other.size() / (one.size() + other.size());
    }

    private static double[] mean(double[][] points, List<Integer> members) {
        double[] mean = new double[points[0].length];
        for (int at : members) {
            for (int place = 0; place < mean.length; place++) {
                mean[place] += points[at][place] / members.size();
            }
        }
        return mean;
    }
}
