package dev.linger.candidates.als;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.candidates.RepeatRule;
import dev.linger.data.InteractionLog;
import dev.linger.data.Seed;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The plain kernels are the twin; the tests of this module run with the module of the vectorised ones. */
class VectorKernelsTest {
    private static final int ROWS = 300;
    private static final Kernels PLAIN = new PlainKernels();

    private final Kernels vectorised = Kernels.vectorised();
    private final SplittableRandom random = new Seed(31).stream("vector kernels");

    @Test
    void are_chosen_where_the_module_is_and_named_with_the_width_of_a_vector() {
        assertEquals("", AlsArithmetic.hint());
        assertTrue(AlsArithmetic.description().matches("vectorised, \\d+ bits"), AlsArithmetic.description());
    }

    /** Around the widths of vectors and tiles; with pair counts around those of blocks. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 48, 64, 100, 128})
    void rows_are_solved_as_by_the_plain_ones(int d) {
        FactorMatrix fixed = FactorMatrix.random(ROWS, d, random);
        double[] base = gram(fixed, 0.1);
        RowSolver exact = vectorised.exactSolver(d);
        RowSolver inexact = vectorised.inexactSolver(d, 3);
        for (int count : new int[] {1, 2, 3, 4, 5, 63, 64, 65, 127, 128, 129, 200, 257, 3}) {
            ObservedRow row = randomRow(fixed, count);
            double[] start = random.doubles(d, -1, 1).toArray();
            String what = d + " factors, " + count + " pairs";
            assertSolvedAlike(PLAIN.exactSolver(d), exact, row, base, start, what);
            assertSolvedAlike(PLAIN.inexactSolver(d, 3), inexact, row, base, start, what);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 31, 32, 33, 64, 100, 128})
    void what_all_rows_share_is_multiplied_to_the_bits_of_the_plain_ones(int d) {
        FactorMatrix fixed = FactorMatrix.random(ROWS, d, random);
        double[] base = gram(fixed, 0.1);
        double[] v = random.doubles(d, -1, 1).toArray();
        ObservedRow nothing = randomRow(fixed, 0);
        double[] expected = new double[d];
        double[] product = new double[d];
        new PlainRowProducts(d).gather(nothing, base, 0.5, v, new double[d], expected);
        new VectorRowProducts(d).gather(nothing, base, 0.5, v, new double[d], product);
        assertArrayEquals(expected, product);
    }

    @Test
    void a_matrix_that_is_not_positive_definite_is_refused() {
        int d = 20;
        FactorMatrix zeros = new FactorMatrix(ROWS, d);
        ObservedRow row = randomRow(zeros, 5);
        double[] base = new double[d * d];
        assertEquals(Double.NaN, vectorised.exactSolver(d).solve(row, base, 0, new double[d]));
        base[d * d - 1] = -1;
        assertEquals(Double.NaN, vectorised.exactSolver(d).solve(row, base, 0.5, new double[d]));
        base[0] = Double.NaN;
        assertEquals(Double.NaN, vectorised.exactSolver(d).solve(row, base, 0.5, new double[d]));
    }

    static Stream<AlsConfig> realistic() {
        return Stream.of(AlsConfig.Solver.values())
                .map(solver -> new AlsConfig(
                        24, new Weighting.WatchRatio(10, 2), RepeatRule.SUM, 0, 0.5, 5, 0.5, 15, solver, 3));
    }

    @ParameterizedTest
    @MethodSource("realistic")
    void scores_of_a_fitted_model_are_within_a_ten_thousandth_of_the_plain_ones(AlsConfig config) {
        InteractionLog log = AlsCases.log();
        AlsModel plain = AlsCases.train(log, config, PLAIN, 2);
        AlsModel other = AlsCases.train(log, config, vectorised, 2);
        double[] expected = new double[AlsCases.ITEMS];
        double[] scores = new double[AlsCases.ITEMS];
        for (int user = 0; user < AlsCases.USERS; user++) {
            plain.score(user, expected);
            other.score(user, scores);
            assertArrayEquals(expected, scores, 1e-4, "user " + user);
        }
    }

    /** Factors and loss; the loss against its definition too. */
    private static void assertSolvedAlike(
            RowSolver plain, RowSolver other, ObservedRow row, double[] base, double[] start, String what) {
        double[] expected = start.clone();
        double loss = plain.solve(row, base, 0.5, expected);
        double[] x = start.clone();
        double otherLoss = other.solve(row, base, 0.5, x);
        assertClose(expected, x, what);
        assertEquals(lossOf(row, base, 0.5, expected), loss, 1e-10 * row.preferenceSquares(), what);
        assertEquals(loss, otherLoss, 1e-5 * row.preferenceSquares(), what);
    }

    /** {@code sum c (p - y.x)^2 + x'(base + ridge I) x}. */
    private static double lossOf(ObservedRow row, double[] base, double ridge, double[] x) {
        double loss = 0;
        for (int pair = 0; pair < row.count(); pair++) {
            double error = row.preference()[pair] - row.fixed().dot(row.columns()[pair], x);
            loss += row.confidence()[pair] * error * error;
        }
        for (int i = 0; i < x.length; i++) {
            loss += ridge * x[i] * x[i];
            for (int j = 0; j < x.length; j++) {
                loss += x[i] * base[i * x.length + j] * x[j];
            }
        }
        return loss;
    }

    private static void assertClose(double[] expected, double[] actual, String what) {
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        assertArrayEquals(expected, actual, 1e-5 * largest, what);
    }

    private ObservedRow randomRow(FactorMatrix fixed, int count) {
        int[] columns =
                IntStream.range(0, count).map(pair -> random.nextInt(ROWS)).toArray();
        float[] ratios = new float[count];
        for (int pair = 0; pair < count; pair++) {
            ratios[pair] = random.nextInt(3_000) / 1_000f;
        }
        ObservedRow row = new ObservedRow(fixed, AlsCases.SKIP_AWARE);
        row.gather(columns, ratios);
        return row;
    }

    private static double[] gram(FactorMatrix factors, double scale) {
        int d = factors.factorCount();
        double[] gram = new double[d * d];
        for (int row = 0; row < factors.rowCount(); row++) {
            for (int at = 0; at < gram.length; at++) {
                gram[at] += scale * factors.value(row, at / d) * factors.value(row, at % d);
            }
        }
        return gram;
    }
}
