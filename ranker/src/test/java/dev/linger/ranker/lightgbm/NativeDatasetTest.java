package dev.linger.ranker.lightgbm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.ml.lightgbm.lightgbmlibConstants;
import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.InBlocks;
import dev.linger.ranker.Problems;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSets;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NativeDatasetTest {
    private static final TrainingSet TRAIN = Problems.watching("train", 4_000);
    private static final TrainingSet VALIDATION = Problems.watching("validation", 1_000);

    @BeforeAll
    static void load() {
        NativeLightGbm.load();
        NativeLightGbm.useThreads(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"regression_l1", "binary", "lambdarank"})
    void the_trees_are_those_of_one_matrix_of_all_rows(String objective) {
        LightGbmConfig config = Problems.trees(objective, 20, 0, Map.of());
        assertEquals(ofMatrix(config, TRAIN), trained(config, TrainingSets.Rows.of(TRAIN, null)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1_024, 5_000})
    void the_size_of_blocks_changes_nothing(int blockRows) {
        LightGbmConfig config = Problems.trees("regression_l1", 10, 0, Map.of());
        TrainingSet all = TRAIN.and(VALIDATION);
        assertEquals(
                trained(config, new TrainingSets.Rows(all, 4_000)),
                trained(config, new TrainingSets.Rows(InBlocks.of(all, blockRows), 4_000)));
    }

    @ParameterizedTest
    @CsvSource({"1, 400", "2, 300", "3, 1000", "4, 1000", "2, 4000"})
    void rows_that_several_threads_give_at_once_make_the_trees_of_one_matrix(int threads, int binRows) {
        Map<String, String> extra = Map.of("bin_construct_sample_cnt", Integer.toString(binRows));
        LightGbmConfig config = Problems.trees("regression_l1", 20, 0, extra);
        TrainingSet sparse = mostlyZero(TRAIN.and(VALIDATION));
        TrainingSets.Rows atOnce = new TrainingSets.Rows(InBlocks.of(sparse, 37), 4_000);
        TrainingSets.Rows alone = new TrainingSets.Rows(sparse, 4_000);
        assertEquals(trained(config, alone, 1), trained(config, atOnce, threads));
        if (binRows == 4_000) {
            assertEquals(ofMatrix(config, sparse.range(0, 4_000)), trained(config, atOnce, threads));
        }
    }

    /** Columns of which LightGBM keeps only the cells that are not 0, with their rows. */
    private static TrainingSet mostlyZero(TrainingSet set) {
        FeatureRows rows = set.rows().all();
        float[] cells = rows.values().clone();
        int width = rows.columns().size();
        for (int row = 0; row < rows.size(); row++) {
            if (row % 11 != 0) {
                cells[row * width] = 0;
                cells[row * width + 2] = 0;
            }
        }
        return new TrainingSet(
                new FeatureRows(rows.columns(), rows.user(), rows.item(), cells), set.label(), set.group());
    }

    @ParameterizedTest
    @ValueSource(strings = {"regression_l1", "lambdarank"})
    void validation_rows_change_no_tree_of_the_fit_rows(String objective) {
        LightGbmConfig config = Problems.trees(objective, 20, 0, Map.of());
        assertEquals(ofMatrix(config, TRAIN), trained(config, TrainingSets.Rows.of(TRAIN, VALIDATION)));
    }

    @Test
    void bins_of_a_sample_differ_by_the_seed_alone() {
        LightGbmConfig config = Problems.trees("regression_l1", 10, 0, Map.of("bin_construct_sample_cnt", "500"));
        TrainingSets.Rows rows = TrainingSets.Rows.of(TRAIN, VALIDATION);
        assertEquals(trained(config, rows), trained(config, rows));
        assertNotEquals(
                trained(config, rows).replaceAll("\\[bin_construct_sample_cnt: 500]", ""),
                trained(Problems.trees("regression_l1", 10, 0, Map.of()), rows)
                        .replaceAll("\\[bin_construct_sample_cnt: 200000]", ""));
        LightGbmRanker ranker = new LightGbmTrainer(new Seed(3), 1, Progress.SILENT)
                .train(config, rows)
                .stopped();
        assertTrue(Problems.meanAbsoluteError(ranker, VALIDATION) < 0.25);
    }

    @Test
    void as_many_rows_are_drawn_as_asked_for_each_with_the_same_chance() {
        assertArrayEquals(new int[] {0, 1, 2}, BinSample.draw(3, 200, new SplittableRandom(1)));
        int[] drawn = BinSample.draw(10_000, 1_000, new SplittableRandom(1));
        assertEquals(1_000, IntStream.of(drawn).distinct().count());
        assertArrayEquals(IntStream.of(drawn).sorted().toArray(), drawn);
        // 500 of the first half are expected, with a standard deviation of about 15.
        long early = IntStream.of(drawn).filter(row -> row < 5_000).count();
        assertTrue(Math.abs(early - 500) <= 60, "of the first half: " + early);
    }

    private static String trained(LightGbmConfig config, TrainingSets.Rows rows) {
        return trained(config, rows, 1);
    }

    private static String trained(LightGbmConfig config, TrainingSets.Rows rows, int threads) {
        return new LightGbmTrainer(new Seed(3), threads, Progress.SILENT)
                .train(config, rows)
                .stopped()
                .text();
    }

    /** The slow twin: LightGbm gets one matrix and does the rest. */
    private static String ofMatrix(LightGbmConfig config, TrainingSet set) {
        FeatureRows rows = set.rows().all();
        String parameters = LightGbmParameters.of(config, rows.columns(), new Seed(3));
        try (NativeArray cells = NativeArray.of(rows.values());
                NativeArray out = NativeArray.ofHandle()) {
            NativeLightGbm.succeeded(
                    lightgbmlibJNI.LGBM_DatasetCreateFromMat(
                            cells.address(),
                            lightgbmlibConstants.C_API_DTYPE_FLOAT32,
                            rows.size(),
                            rows.columns().size(),
                            1,
                            parameters,
                            0,
                            out.address()),
                    "copying");
            try (NativeDataset dataset = new NativeDataset(out.asHandle())) {
                String[] names =
                        rows.columns().stream().map(column -> column.name()).toArray(String[]::new);
                NativeLightGbm.succeeded(
                        lightgbmlibJNI.LGBM_DatasetSetFeatureNames(dataset.handle(), names, names.length), "naming");
                dataset.setLabels(Labels.of(config, set.label()), set.groupSizes(0, set.size()));
                try (NativeBooster booster = NativeBooster.of(dataset, parameters)) {
                    for (int round = 0; round < config.rounds(); round++) {
                        booster.addTree();
                    }
                    return booster.text(config.rounds());
                }
            }
        }
    }
}
