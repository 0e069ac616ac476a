package dev.linger.candidates.als;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.candidates.PairPlays;
import dev.linger.candidates.PersonalSourceContract;
import dev.linger.candidates.Plays;
import dev.linger.candidates.RepeatRule;
import dev.linger.candidates.ScoreReasons;
import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.SparseRows;
import dev.linger.candidates.Tables;
import dev.linger.data.InteractionLog;
import dev.linger.data.Workers;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlsModelTest extends PersonalSourceContract {
    @Override
    protected SourceConfig config() {
        // A checkerboard has rank 2: factors to spare would learn the holes in it.
        return new AlsConfig(
                2, AlsCases.WATCH_RATIO, RepeatRule.SUM, 0, 1, 0.5, 0, 15, AlsConfig.Solver.CONJUGATE_GRADIENT, 3);
    }

    @Override
    protected String expectedName() {
        return "als";
    }

    @ParameterizedTest
    @MethodSource("dev.linger.candidates.als.AlsCases#exact")
    void folding_in_a_training_history_gives_the_trained_row(AlsConfig config) {
        InteractionLog log = AlsCases.log();
        AlsModel model = AlsCases.train(log, config, 2);
        SparseRows pairs = config.pairs(
                        PairPlays.of(log, AlsCases.USERS, Workers.ofCaller()), AlsCases.ITEMS, Workers.ofCaller())
                .byUser();
        for (int user = 0; user < AlsCases.USERS; user++) {
            int[] items = new int[pairs.count(user)];
            float[] ratios = new float[items.length];
            for (int at = 0; at < items.length; at++) {
                items[at] = pairs.column(pairs.from(user) + at);
                ratios[at] = pairs.value(pairs.from(user) + at);
            }
            assertArrayEquals(DenseAls.rows(model.userFactors())[user], model.foldIn(items, ratios), 1e-6);
        }
    }

    /** Three steps of the conjugate gradient solve two factors exactly. */
    /** The last items are not those that the last users were solved by, nor were these solved exactly. */
    @Override
    protected double leftByFoldingIn() {
        return leftByReasons();
    }

    @Override
    protected double leftByReasons() {
        return 1e-5;
    }

    @ParameterizedTest
    @MethodSource("dev.linger.candidates.als.AlsCases#exact")
    void a_score_is_the_sum_of_what_each_item_of_the_past_adds(AlsConfig config) {
        InteractionLog log = AlsCases.log();
        AlsModel model = AlsCases.train(log, config, 2);
        SparseRows pairs = config.pairs(
                        PairPlays.of(log, AlsCases.USERS, Workers.ofCaller()), AlsCases.ITEMS, Workers.ofCaller())
                .byUser();
        ScoreReasons reasons = model.reasons(log).orElseThrow();
        double[] scores = new double[AlsCases.ITEMS];
        for (int user = 0; user < AlsCases.USERS; user++) {
            model.score(user, scores);
            for (int item = 0; item < scores.length; item++) {
                if (scores[item] != Double.NEGATIVE_INFINITY) {
                    ScoreReasons.Contributions parts = reasons.of(user).of(item);
                    assertEquals(pairs.count(user), parts.items().length);
                    assertEquals(scores[item], parts.sum(), 1e-5); // factors are kept as floats
                }
            }
        }
    }

    @Test
    void one_item_of_the_past_gives_all_of_the_score() {
        // A = .5 y y' + 3 y y' + ridge with y of the one item: it contributes the whole of y.x.
        InteractionLog log = new Plays().add(0, 0, 2).log();
        AlsConfig config =
                new AlsConfig(1, AlsCases.WATCH_RATIO, RepeatRule.SUM, 0, 0.5, 0.1, 0, 4, AlsConfig.Solver.CHOLESKY, 1);
        AlsModel model = AlsCases.train(log, config, 1);
        double[] scores = new double[AlsCases.ITEMS];
        model.score(0, scores);
        ScoreReasons.Contributions parts =
                model.reasons(log).orElseThrow().of(0).of(0);
        assertArrayEquals(new int[] {0}, parts.items());
        assertEquals(scores[0], parts.values()[0], 1e-6);
    }

    @Test
    void a_score_is_the_dot_product() {
        AlsModel model = AlsCases.train(
                AlsCases.log(), AlsCases.exact().skip(3).findFirst().orElseThrow(), 1);
        double[] scores = new double[AlsCases.ITEMS];
        model.score(4, scores);
        for (int item = 0; item < AlsCases.ITEMS - 1; item++) {
            double expected = 0;
            for (int factor = 0; factor < 9; factor++) {
                expected += (double) model.userFactors().value(4, factor)
                        * model.itemFactors().value(item, factor);
            }
            assertEquals(expected, scores[item], 1e-9);
        }
        assertEquals(Double.NEGATIVE_INFINITY, scores[AlsCases.ITEMS - 1]); // never played
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void nothing_is_known_of_a_user_and_an_item_with_skips_only(AlsConfig.Solver solver) {
        InteractionLog log = new Plays()
                .add(0, 0, 2)
                .add(1, 0, 2)
                .add(1, 1, 2)
                .add(0, 2, 0)
                .add(2, 0, 0)
                .log();
        AlsConfig config = new AlsConfig(2, AlsCases.SKIP_AWARE, RepeatRule.SUM, 0, 1, 0.1, 0, 3, solver, 2);
        AlsModel model = AlsCases.train(log, config, 1);
        double[] scores = new double[AlsCases.ITEMS];

        model.score(0, scores);
        assertEquals(Double.NEGATIVE_INFINITY, scores[2]);
        model.score(2, scores);
        assertEquals(Double.NEGATIVE_INFINITY, scores[0]);
    }

    @ParameterizedTest
    @MethodSource("dev.linger.candidates.als.AlsCases#exact")
    void a_model_that_is_read_folds_in_as_the_one_written(AlsConfig config, @TempDir Path folder) throws IOException {
        AlsModel model = AlsCases.train(AlsCases.log(), config, Kernels.chosen(), 1);
        ModelWriter writer = ModelWriter.create(folder.resolve("model"));
        model.write(writer);
        writer.finish();

        AlsModel read =
                config.read(ModelReader.open(folder.resolve("model")), Tables.of(AlsCases.USERS, AlsCases.ITEMS));

        int[] items = {3, 17, 40};
        float[] values = {0.1f, 1, 2.5f};
        assertArrayEquals(model.foldIn(items, values), read.foldIn(items, values));
    }

    @Test
    void the_signals_are_the_lengths_of_the_factors_where_they_are_known() {
        AlsModel model = AlsCases.train(
                AlsCases.log(), AlsCases.exact().skip(1).findFirst().orElseThrow(), 1);
        float[] cells = new float[4];

        model.signals(4, new int[] {2, AlsCases.ITEMS - 1}, cells, 0, 2);

        assertEquals((float) model.userFactors().norm(4), cells[0]);
        assertEquals((float) model.itemFactors().norm(2), cells[1]);
        assertEquals(cells[0], cells[2]);
        assertEquals(Float.NaN, cells[3]); // never played
    }

    static AlsConfig.Solver[] solvers() {
        return AlsConfig.Solver.values();
    }

    @Test
    void an_empty_history_folds_in_to_zeros() {
        AlsModel model =
                AlsCases.train(AlsCases.log(), AlsCases.exact().findFirst().orElseThrow(), 1);
        assertArrayEquals(new double[1], model.foldIn(new int[0], new float[0]));
        assertThrows(IllegalArgumentException.class, () -> model.foldIn(new int[2], new float[1]));
    }
}
