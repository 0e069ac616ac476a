package dev.linger.pipeline.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.TrainingSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ColumnAgreementTest {
    private static final int ROWS = 2_000;
    private static final List<FeatureColumn> COLUMNS = List.of(
            FeatureColumn.numeric("noise", "1", "never"),
            FeatureColumn.numeric("label_turned_round", "1", "never"),
            FeatureColumn.numeric("label_where_known", "1", "in two rows of three"),
            FeatureColumn.numeric("hardly_known", "1", "nearly always"),
            FeatureColumn.category("category", "never"),
            FeatureColumn.numeric("same_for_all", "1", "never"));

    /** Labels 0 .. ROWS-1 in random order. */
    private static TrainingSet set() {
        SplittableRandom random = new Seed(1).stream("rows");
        float[] label = new float[ROWS];
        float[] cells = new float[ROWS * COLUMNS.size()];
        for (int row = 0; row < ROWS; row++) {
            label[row] = row * 7 % ROWS;
            int at = row * COLUMNS.size();
            cells[at] = (float) random.nextDouble();
            cells[at + 1] = -3 * label[row];
            cells[at + 2] = row % 3 == 0 ? label[row] : Float.NaN;
            cells[at + 3] = row < ColumnAgreement.FEWEST_ROWS - 1 ? label[row] : Float.NaN;
            cells[at + 4] = label[row];
        }
        return new TrainingSet(new FeatureRows(COLUMNS, new int[ROWS], new int[ROWS], cells), label, new int[ROWS]);
    }

    private static List<ColumnAgreement> agreements(int threads) {
        try (Workers workers = new Workers(threads)) {
            return ColumnAgreement.of(set(), workers);
        }
    }

    @Test
    void numbers_that_enough_rows_know_are_ordered_by_how_well_they_order_the_labels() {
        assertEquals(
                List.of("label_turned_round", "label_where_known", "noise", "same_for_all"),
                agreements(1).stream().map(ColumnAgreement::column).toList());
    }

    @Test
    void a_column_with_the_labels_in_either_direction_or_in_some_rows_is_suspect_and_noise_is_not() {
        List<ColumnAgreement> all = agreements(1);
        assertEquals(new ColumnAgreement("label_turned_round", 1), all.get(0));
        assertEquals(new ColumnAgreement("label_where_known", 1), all.get(1));
        assertTrue(all.get(0).suspect() && all.get(1).suspect());
        assertEquals(0.5, all.get(2).value(), 0.03);
        assertFalse(all.get(2).suspect());
        assertEquals(0.5, all.get(3).value());
    }

    @Test
    void the_number_of_threads_changes_nothing() {
        assertEquals(agreements(1), agreements(2));
    }
}
