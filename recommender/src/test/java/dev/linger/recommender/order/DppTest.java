package dev.linger.recommender.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.RankedList;
import dev.linger.recommender.SmallTables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DppTest extends OrdererContract {
    private static final double WEIGHT = 0.4;
    /** As many as the vectors of the similarities have numbers: more items have the determinant 0. */
    private static final int PLACES = 3;

    @Override
    OrdererConfig config() {
        return new DppConfig(PLACES, WEIGHT, SimilarityBy.SOURCE);
    }

    @Test
    void each_place_has_the_item_that_gains_most_by_determinants_worked_out_slowly() {
        for (int seed = 0; seed < 20; seed++) {
            RankedList given = list(SmallTables.ITEMS, seed);
            assertArrayEquals(
                    slowly(given),
                    config().create(parts()).order(given, OrderContext.UNKNOWN).items());
        }
    }

    private static int[] slowly(RankedList given) {
        double[] standings = GreedySelection.standings(given);
        List<Integer> ordered = new ArrayList<>();
        while (ordered.size() < PLACES) {
            int best = -1;
            double most = Double.NEGATIVE_INFINITY;
            double before = Math.log(determinant(ordered));
            for (int at = 0; at < given.size(); at++) {
                int item = given.items()[at];
                List<Integer> with = new ArrayList<>(ordered);
                with.add(item);
                double gain = (1 - WEIGHT) * standings[at] + WEIGHT * (Math.log(determinant(with)) - before);
                if (!ordered.contains(item) && gain > most + 1e-9) {
                    best = item;
                    most = gain;
                }
            }
            ordered.add(best);
        }
        Arrays.stream(given.items()).filter(item -> !ordered.contains(item)).forEach(ordered::add);
        return ordered.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Of the similarities of some items, by its first row. */
    private static double determinant(List<Integer> items) {
        int size = items.size();
        double[][] matrix = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                matrix[row][column] = SIMILARITY.between(items.get(row), items.get(column));
            }
        }
        return determinant(matrix);
    }

    private static double determinant(double[][] matrix) {
        if (matrix.length == 0) {
            return 1;
        }
        double sum = 0;
        for (int column = 0; column < matrix.length; column++) {
            int without = column;
            double[][] minor = Arrays.stream(matrix)
                    .skip(1)
                    .map(row -> without(row, without))
                    .toArray(double[][]::new);
            sum += (column % 2 == 0 ? 1 : -1) * matrix[0][column] * determinant(minor);
        }
        return sum;
    }

    private static double[] without(double[] row, int column) {
        double[] rest = new double[row.length - 1];
        System.arraycopy(row, 0, rest, 0, column);
        System.arraycopy(row, column + 1, rest, column, rest.length - column);
        return rest;
    }

    @Test
    void an_item_that_those_before_it_make_up_comes_after_any_that_they_do_not() {
        // By attributes 0 = {creator a, tag 0} is 12 modulo both; 3 has its creator, 4 its tag, 1 nothing of it.
        RankedList scored = RankedList.byScore(1, new int[] {0, 3, 4, 1}, new double[] {3, 2.2, 2.1, 2});
        assertArrayEquals(
                new int[] {0, 1, 3, 4},
                new DppConfig(2, 0.8, SimilarityBy.ATTRIBUTES)
                        .create(parts())
                        .order(scored, OrderContext.UNKNOWN)
                        .items());
    }

    @Test
    void settings_out_of_range_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new DppConfig(0, 0.5, SimilarityBy.SOURCE));
        assertThrows(IllegalArgumentException.class, () -> new DppConfig(1, 1, SimilarityBy.SOURCE));
    }
}
