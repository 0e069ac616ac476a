package dev.linger.ranker.lightgbm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.Seed;
import dev.linger.features.FeatureColumn;
import dev.linger.ranker.Problems;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightGbmParametersTest {
    private static final List<FeatureColumn> COLUMNS = List.of(
            FeatureColumn.category("author", "-"),
            FeatureColumn.numeric("age_days", "days", "-"),
            FeatureColumn.category("tag", "-"));

    @BeforeAll
    static void load() {
        NativeLightGbm.load();
    }

    @Test
    void category_columns_are_named_by_position() {
        assertTrue(parameters("regression_l1", Map.of()).contains(" categorical_feature=0,2"));
    }

    @Test
    void ranking_objectives_get_a_gain_for_every_grade() {
        String parameters = parameters("lambdarank", Map.of());
        assertTrue(parameters.contains(" eval_at=10 label_gain=0,1,2,3,"), parameters);
        assertTrue(parameters.contains(",49,50 seed="), parameters);
    }

    @Test
    void extra_parameters_follow_ours() {
        String parameters = parameters("quantile", Map.of("alpha", "0.7", "max_depth", "6"));
        assertTrue(parameters.endsWith(" alpha=0.7 max_depth=6"), parameters);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            num_leaves     | 63   | lightgbm: the extra parameter num_leaves is set by the ranker's other keys or by the run
            seed           | 1    | lightgbm: the extra parameter seed is set by the ranker's other keys or by the run
            label_gain     | 1,2  | lightgbm: the extra parameter label_gain is set by the ranker's other keys or by the run
            num_threads    | 4    | lightgbm: the extra parameter num_threads is set by the ranker's other keys or by the run
            boosting       | dart | lightgbm: the extra parameter boosting is not supported
            ignore_column  | 2    | lightgbm: the extra parameter ignore_column is not supported: rows come from memory
            machines       | 1.2.3.4:5 | lightgbm: the extra parameter machines is not supported: rows come from memory, and training takes place in this process
            num_machines   | 2    | lightgbm: the extra parameter num_machines is not supported: rows come from memory, and training takes place in this process
            tree_learner   | data | lightgbm: the extra parameter tree_learner is not supported: rows come from memory, and training takes place in this process
            local_listen_port | 9 | lightgbm: the extra parameter local_listen_port is not supported: rows come from memory, and training takes place in this process
            machine_list_filename | a | lightgbm: the extra parameter machine_list_filename is not supported: rows come from memory, and training takes place in this process
            data_random_seed | 2  | lightgbm: the extra parameter data_random_seed is not supported: the rows that bins are made from
            use_quantized_grad | true | lightgbm: the extra parameter use_quantized_grad does not work with categories
            num_leaf       | 63   | lightgbm: LightGBM has no parameter num_leaf by its full name; the nearest is num_leaves
            max_deph       | 6    | lightgbm: LightGBM has no parameter max_deph by its full name; the nearest is max_depth
            max_depth      | 6 x=1 | lightgbm: the value of the extra parameter max_depth must be one word
            """)
    void an_extra_parameter_that_would_be_ignored_is_refused(String name, String value, String error) {
        String message = assertThrows(InputException.class, () -> parameters("regression_l1", Map.of(name, value)))
                .getMessage();
        assertTrue(message.startsWith(error), message);
    }

    @Test
    void a_value_that_lightgbm_cannot_read_is_an_error_of_the_input() {
        String parameters = parameters("regression_l1", Map.of("max_depth", "deep"));
        String message = assertThrows(InputException.class, () -> NativeDataset.of(
                                Problems.numbers(3, 0, 0, 0),
                                1,
                                new NativeDataset.Bins(1, new SplittableRandom(1), 2),
                                parameters,
                                1)
                        .close())
                .getMessage();
        assertTrue(message.contains("max_depth"), message);
    }

    @Test
    void bins_are_made_from_as_many_rows_as_by_lightgbm_itself_or_as_asked_for() {
        assertEquals(200_000, binRows(Map.of()));
        assertEquals(500, binRows(Map.of("bin_construct_sample_cnt", "500")));
        String message = assertThrows(InputException.class, () -> binRows(Map.of("bin_construct_sample_cnt", "few")))
                .getMessage();
        assertEquals(
                "lightgbm: the value of the extra parameter bin_construct_sample_cnt must be a whole number but was 'few'",
                message);
    }

    private static int binRows(Map<String, String> extra) {
        return LightGbmParameters.binRows(Problems.trees("regression_l1", 10, 0, extra));
    }

    @Test
    void the_same_seed_gives_the_same_parameters() {
        assertEquals(parameters("regression_l1", Map.of()), parameters("regression_l1", Map.of()));
    }

    private static String parameters(String objective, Map<String, String> extra) {
        return LightGbmParameters.of(Problems.trees(objective, 10, 0, extra), COLUMNS, new Seed(1));
    }
}
