package dev.linger.ranker.trees;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.Seed;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.ColumnImportance;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeModelReaderTest {
    private static final float NONE = Float.NaN;

    /** Node 0: a <= 0.5, missing (NaN) goes right. Node 1: kind in {1, 33}. Leaves: 10 | 20 | 30. */
    private static final String FIRST_TREE =
            """
            Tree=0
            num_leaves=3
            num_cat=1
            split_feature=0 1
            split_gain=5 2.5
            threshold=0.5 0
            decision_type=8 1
            left_child=1 -1
            right_child=-2 -3
            leaf_value=10 20 30
            leaf_weight=4 3 3
            leaf_count=4 3 3
            internal_value=0 0
            internal_weight=10 7
            internal_count=10 7
            cat_boundaries=0 2
            cat_threshold=2 2
            is_linear=0
            shrinkage=1


            """;

    /** Node 0: a <= -1, missing (zero) goes left. Node 1: a <= 2, missing not known. Leaves: 1 | 2 | 4. */
    private static final String SECOND_TREE =
            """
            Tree=1
            num_leaves=3
            num_cat=0
            split_feature=0 0
            split_gain=3 0
            threshold=-1 2
            decision_type=6 0
            left_child=-1 -2
            right_child=1 -3
            leaf_value=1 2 4
            leaf_weight=4 3 3
            leaf_count=4 3 3
            internal_value=0 0
            internal_weight=10 7
            internal_count=10 6
            is_linear=0
            shrinkage=0.1


            """;

    private static final String MODEL = model(FIRST_TREE, SECOND_TREE);

    @Test
    void rows_fall_into_the_leaves_the_splits_say() {
        TreeModel model = TreeModelReader.read("model.txt", MODEL);
        float[][] rows = {
            {0, 1}, // a <= 0.5, kind 1 is in the set: 10; zero is missing and goes left: 1
            {0, NONE}, // a missing category is in no set: 30; 1
            {0.5f, 33}, // 10; not <= -1, but <= 2: 2
            {-3, 65}, // level 65 is beyond the set: 30; 1
            {3, 1}, // 20; 4
            {NONE, 1}, // NaN goes right: 20; NaN is missing like zero: 1
            {-3, -1}, // a negative level goes right: 30; 1
        };
        double[] expected = {11, 31, 12, 31, 24, 21, 31};
        assertArrayEquals(expected, predicted(model, rows));
    }

    @Test
    void an_infinite_threshold_parts_missing_from_present() {
        TreeModel model =
                TreeModelReader.read("model.txt", model(FIRST_TREE.replace("threshold=0.5 0", "threshold=inf 0")));
        assertArrayEquals(new double[] {10, 10, 20}, predicted(model, new float[][] {{-3, 1}, {1e30f, 1}, {NONE, 1}}));
    }

    @Test
    void importance_sums_gain_and_counts_splits_that_gain() {
        List<ColumnImportance> importances =
                TreeModelReader.read("model.txt", MODEL).importances();
        // a: 5 + 3, and a split without gain; kind: 2.5
        assertEquals(List.of(new ColumnImportance("a", 8, 2), new ColumnImportance("kind", 2.5, 1)), importances);
    }

    @Test
    void the_objective_says_what_becomes_of_the_sum() {
        float[][] row = {{-3, 33}};
        double[] plain = predicted(TreeModelReader.read("model.txt", MODEL), row);
        assertArrayEquals(new double[] {11}, plain);
        String squared = MODEL.replace("objective=regression_l1", "objective=regression sqrt");
        assertArrayEquals(new double[] {121}, predicted(TreeModelReader.read("model.txt", squared), row));
        String logarithmic = MODEL.replace("objective=regression_l1", "objective=poisson");
        assertArrayEquals(new double[] {Math.exp(11)}, predicted(TreeModelReader.read("model.txt", logarithmic), row));
    }

    @Test
    void rows_with_other_columns_are_refused() {
        TreeModel model = TreeModelReader.read("model.txt", MODEL);
        FeatureRows rows = new FeatureRows(
                List.of(FeatureColumn.category("kind", "-"), FeatureColumn.numeric("a", "1", "-")),
                new int[1],
                new int[1],
                new float[2]);
        assertThrows(IllegalArgumentException.class, () -> model.predict(rows, new double[1]));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            version=v4         | version=v3          | line 2: expected 'version=v4' but found 'version=v3'
            num_class=1        | num_class=3         | line 3: num_class must be in 1..1 but is 3
            objective=regression_l1 | objective=multiclass | line 7: objective 'multiclass' is not one
            feature_names=a kind | feature_names=a a | line 8: feature_names has a name twice
            feature_names=a kind | feature_names=a   | line 8: feature_names must have 2 values but has 1
            feature_infos=[-3:3] | feature_infos=[-3] | line 9: feature_infos must hold [min:max]
            split_feature=0 1  | split_feature=0 2   | line 15: split_feature must be in 0..1 but is 2
            threshold=0.5 0    | threshold=NaN 0     | line 17: threshold must hold finite numbers but holds 'NaN'
            threshold=0.5 0    | threshold=0.5 1     | line 18: category split 1 names the set of levels 1.0
            decision_type=8 1  | decision_type=12 1  | line 18: decision_type must be in 0..11 but is 12
            decision_type=8 1  | decision_type=8 0   | line 18: num_cat is 1 but 0 splits are category splits
            left_child=1 -1    | left_child=0 -1     | line 20: child 0 of node 0 stands before it
            left_child=1 -1    | left_child=-1 -1    | line 20: child -1 of node 1 stands before it or has another parent
            right_child=-2 -3  | right_child=-2 -4   | line 20: right_child must be in -3..1 but is -4
            leaf_value=10 20 30 | leaf_value=10 20   | line 21: leaf_value must have 3 values but has 2
            leaf_value=10 20 30 | leaf_value=1e 2 3  | line 21: leaf_value must hold numbers but holds '1e'
            leaf_count=4 3 3   | leaf_count=4 3 2    | line 28: internal_count of node 1 is 7 but its children have 4 and 2
            cat_boundaries=0 2 | cat_boundaries=0 0  | line 27: cat_boundaries must rise from 0 but has 0 at 1
            cat_threshold=2 2  | cat_threshold=2 -2  | line 28: cat_threshold must be in 0..4294967295 but is -2
            is_linear=0        | is_linear=1         | line 29: is_linear must be in 0..0 but is 1
            shrinkage=1        | shrinkage=1.0       | line 32: tree 0 has
            Tree=1             | Tree=2              | line 33: expected 'Tree=1' but found 'Tree=2'
            end of trees       | end                 | line 52: expected 'end of trees' but found 'end'
            """)
    void damage_is_named_with_its_line(String was, String becomes, String error) {
        String damaged = MODEL.replaceFirst(java.util.regex.Pattern.quote(was), becomes);
        String message = assertThrows(InputException.class, () -> TreeModelReader.read("model.txt", damaged))
                .getMessage();
        assertTrue(message.startsWith("model.txt, " + error), message);
    }

    @Test
    void a_text_cut_short_is_refused_wherever_it_is_cut() {
        int end = MODEL.indexOf("end of trees") + "end of trees".length();
        for (int length = 0; length < end; length++) {
            String cut = MODEL.substring(0, length);
            assertThrows(InputException.class, () -> TreeModelReader.read("model.txt", cut));
        }
    }

    @Test
    void mutated_text_is_refused_or_scores_like_any_model() {
        SplittableRandom random = new Seed(5).stream("mutations");
        int refused = 0;
        for (int mutation = 0; mutation < 2000; mutation++) {
            String text = mutated(MODEL, random);
            try {
                TreeModel model = TreeModelReader.read("model.txt", text);
                model.trees().score(new float[] {0, 1, NONE, NONE, 1e30f, -1e30f}, 2, 3, new double[3]);
            } catch (InputException damaged) {
                refused++;
            }
        }
        assertTrue(refused > 1500, "refused " + refused);
    }

    private static String mutated(String text, SplittableRandom random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int edit = random.nextInt(1, 4); edit > 0; edit--) {
            int at = random.nextInt(mutated.length());
            String piece = List.of("-", "9", "999999999", " ", "\n", "e", "", "NaN", "=", "\u0000", "0 0", ":")
                    .get(random.nextInt(12));
            int length = random.nextInt(3) == 0 ? random.nextInt(60) : random.nextInt(2);
            mutated.replace(at, Math.min(mutated.length(), at + length), piece);
        }
        return mutated.toString();
    }

    private static double[] predicted(TreeModel model, float[][] rows) {
        float[] cells = new float[rows.length * 2];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, cells, row * 2, 2);
        }
        List<FeatureColumn> columns =
                List.of(FeatureColumn.numeric("a", "1", "-"), FeatureColumn.category("kind", "-"));
        double[] predictions = new double[rows.length];
        model.predict(new FeatureRows(columns, new int[rows.length], new int[rows.length], cells), predictions);
        return predictions;
    }

    private static String model(String... trees) {
        StringBuilder sizes = new StringBuilder();
        for (String tree : trees) {
            sizes.append(sizes.isEmpty() ? "" : " ").append(tree.length());
        }
        return """
                tree
                version=v4
                num_class=1
                num_tree_per_iteration=1
                label_index=0
                max_feature_idx=1
                objective=regression_l1
                feature_names=a kind
                feature_infos=[-3:3] 1:33:-1
                tree_sizes=%s

                """
                        .formatted(sizes)
                + String.join("", trees) + "end of trees\n\nfeature_importances:\na=2\n";
    }
}
