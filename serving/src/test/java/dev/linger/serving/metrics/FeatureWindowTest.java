package dev.linger.serving.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Workers;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.features.skew.FeatureDistributions;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FeatureWindowTest {
    private static final List<FeatureColumn> COLUMNS =
            List.of(FeatureColumn.category("level", "-"), FeatureColumn.numeric("number", "1", "-"));

    /** Lists of four candidates, of each of which all four are looked at. */
    private static final FeatureRows LEARNED = rows(0, 1, 0, 2, 0, 3, 1, Float.NaN);

    private static final FeatureRows MOVED = rows(1, 3, 1, 2, 1, 1, 0, Float.NaN);
    private static final FeatureRows BETWEEN = rows(1, 1, 0, 2, 1, 3, 0, Float.NaN);

    private static final double LN_3 = 1.098612;

    private final FeatureWindow window = window(LEARNED);

    private static FeatureRows rows(float... cells) {
        return new FeatureRows(COLUMNS, new int[cells.length / 2], new int[cells.length / 2], cells);
    }

    private static FeatureWindow window(FeatureRows learned) {
        try (Workers workers = new Workers(1)) {
            return new FeatureWindow(FeatureDistributions.of(learned, workers));
        }
    }

    private void add(int lists, FeatureRows list) {
        for (int at = 0; at < lists; at++) {
            window.add(list);
        }
    }

    @Test
    void a_column_that_moved_is_told_from_one_that_did_not() {
        add(500, MOVED);
        FeatureWindow.Moved level = window.moved().get(0);
        assertEquals("level", level.column());
        // .75 .25 against .25 .75: (.75 - .25) ln 3 twice.
        assertEquals(LN_3, level.skew(), 1e-6);
        assertTrue(Double.isNaN(level.drift()), "no warm-up yet");
        assertEquals(0, window.moved().get(1).skew());
    }

    @Test
    void nothing_is_told_of_fewer_than_two_thousand_rows() {
        add(499, MOVED);
        assertEquals(List.of(), window.moved());
        window.add(rows());
        assertEquals(List.of(), window.moved());
        window.add(MOVED);
        assertEquals(2, window.moved().size());
    }

    @Test
    void drift_is_against_the_lists_of_the_warm_up_which_are_not_in_the_window() {
        add(400, BETWEEN);
        window.warmedUp();
        assertEquals(List.of(), window.moved());
        add(500, MOVED);
        FeatureWindow.Moved level = window.moved().get(0);
        assertEquals(LN_3, level.skew(), 1e-6);
        // .5 .5 against .25 .75: .25 ln 2 + .25 ln 1.5 = .173287 + .101366.
        assertEquals(0.274653, level.drift(), 1e-6);
    }

    @Test
    void the_last_ten_thousand_rows_count() {
        add(2_500, LEARNED);
        assertEquals(0, window.moved().get(0).skew());
        add(1_250, MOVED);
        // .75 .25 against .5 .5: .25 ln 1.5 + .25 ln 2.
        assertEquals(0.274653, window.moved().get(0).skew(), 1e-6);
        add(1_250, MOVED);
        assertEquals(LN_3, window.moved().get(0).skew(), 1e-6);
    }

    @Test
    void each_position_of_a_list_is_looked_at_as_often() {
        float[] cells = new float[600];
        for (int row = 0; row < 300; row++) {
            cells[2 * row + 1] = row;
        }
        FeatureWindow ofLongLists = window(rows(cells));
        for (int list = 0; list < 500; list++) {
            ofLongLists.add(rows(cells));
        }
        assertEquals(0, ofLongLists.moved().get(1).skew(), 1e-3);
    }

    @Test
    void several_threads_lose_no_row() {
        try (Workers workers = new Workers(4)) {
            workers.forBlocks(2_000, 1, (from, to) -> window.add(from % 2 == 0 ? LEARNED : MOVED));
        }
        assertEquals(0.274653, window.moved().get(0).skew(), 1e-6);
    }
}
