package dev.linger.ranker.trees;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.linger.data.Seed;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreeEnsembleTest {
    private static final int COLUMNS = 5;
    private static final float[] SPECIAL = {
        Float.NaN,
        0f,
        -0f,
        1e-35f,
        -1e-35f,
        Math.nextUp(1e-35f),
        Math.nextDown(-1e-35f),
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        -1f,
        -0.5f,
        0.99f,
        31f,
        32f,
        63.5f,
        64f,
        1e9f,
        3e9f
    };

    @ParameterizedTest
    @CsvSource({
        "1, 1, 3",
        "1, 2, 40",
        "40, 31, 2500",
        "40, 63, 1025",
        "20, 64, 1024",
        "20, 65, 300",
        "5, 200, 300",
        "0, 1, 7"
    })
    void scores_are_those_of_a_walk_to_the_last_bit(int count, int leaves, int rows) {
        SplittableRandom random = new Seed(11).derive("leaves " + leaves).stream("trees");
        List<Tree> trees = IntStream.range(0, count)
                .mapToObj(at -> RandomTrees.next(random, random.nextInt(1, leaves + 1), COLUMNS))
                .toList();
        float[] values = cells(random, trees, rows);
        assertArrayEquals(walked(trees, values, rows), scored(trees, values, rows));
    }

    @Test
    void a_tree_too_large_for_masks_is_added_in_its_place() {
        SplittableRandom random = new Seed(12).stream("trees");
        // 1e16 + 1 + 1 differs from 1 + 1 + 1e16: the order of the sum shows.
        List<Tree> trees = List.of(
                RandomTrees.next(random, 3, COLUMNS, 1e16),
                RandomTrees.next(random, 100, COLUMNS, 1),
                RandomTrees.next(random, 3, COLUMNS, 1));
        float[] values = cells(random, trees, 50);
        assertArrayEquals(walked(trees, values, 50), scored(trees, values, 50));
    }

    @Test
    void a_column_with_too_many_thresholds_is_walked() {
        SplittableRandom random = new Seed(13).stream("trees");
        List<Tree> trees = IntStream.range(0, 300)
                .mapToObj(at -> RandomTrees.next(random, 64, 1))
                .toList();
        assertFalse(CellClasses.of(trees).holdAllOf(trees.get(0)));
        float[] values = new float[200];
        for (int row = 0; row < values.length; row++) {
            values[row] = cell(random, trees);
        }
        double[] sums = new double[values.length];
        TreeEnsemble.of(trees).score(values, 1, values.length, sums);
        for (int row = 0; row < sums.length; row++) {
            assertEquals(walk(trees, values, row), sums[row]);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void every_value_is_answered_like_its_class(long seed) {
        SplittableRandom random = new Seed(seed).stream("trees");
        Tree tree = RandomTrees.next(random, 64, 1);
        ColumnClasses classes = CellClasses.of(List.of(tree)).of(0);
        char[] number = new char[1];
        for (int sample = 0; sample < 2000; sample++) {
            float value = cell(random, List.of(tree));
            classes.classify(new float[] {value}, 0, 1, 1, number);
            for (int node = 0; node < tree.nodeCount(); node++) {
                assertEquals(tree.goesLeft(node, value), tree.goesLeft(node, classes.valueOf(number[0])), "" + value);
            }
        }
    }

    private static double[] scored(List<Tree> trees, float[] values, int rows) {
        double[] sums = new double[rows];
        TreeEnsemble.of(trees).score(values, COLUMNS, rows, sums);
        return sums;
    }

    private static double[] walked(List<Tree> trees, float[] values, int rows) {
        double[] sums = new double[rows];
        for (int row = 0; row < rows; row++) {
            sums[row] = walk(trees, values, row * COLUMNS);
        }
        return sums;
    }

    private static double walk(List<Tree> trees, float[] values, int cells) {
        double sum = 0;
        for (Tree tree : trees) {
            sum += tree.leafValue()[tree.leafOf(values, cells)];
        }
        return sum;
    }

    private static float[] cells(SplittableRandom random, List<Tree> trees, int rows) {
        float[] values = new float[rows * COLUMNS];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = cell(random, trees);
        }
        return values;
    }

    /** A special value, a level, a number, or one at or beside a threshold. */
    private static float cell(SplittableRandom random, List<Tree> trees) {
        return switch (random.nextInt(4)) {
            case 0 -> SPECIAL[random.nextInt(SPECIAL.length)];
            case 1 -> random.nextInt(-2, 140);
            case 2 -> (float) random.nextDouble(-3, 3);
            default -> besideThreshold(random, trees);
        };
    }

    private static float besideThreshold(SplittableRandom random, List<Tree> trees) {
        if (trees.isEmpty()) {
            return 0;
        }
        double[] thresholds = trees.get(random.nextInt(trees.size())).threshold();
        float at = thresholds.length == 0 ? 0 : (float) thresholds[random.nextInt(thresholds.length)];
        return switch (random.nextInt(3)) {
            case 0 -> Math.nextDown(at);
            case 1 -> at;
            default -> Math.nextUp(at);
        };
    }
}
