package dev.linger.features.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.DailyStats;
import dev.linger.data.Dataset;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRequests;
import dev.linger.features.FeatureRows;
import dev.linger.features.StageOneCells;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StageOneCellsTest {
    private static final float NONE = Float.NaN;
    private static final FeatureColumn OTHER = FeatureColumn.numeric("popularity_score", "1", "not played");
    private static final List<FeatureColumn> COLUMNS = Stream.concat(
                    StageOneCells.SCORE_AND_RANK.stream(), Stream.of(OTHER))
            .toList();

    /** Rows of score, rank and the score of another source. */
    private static final StageOneCells THREE =
            new StageOneCells(COLUMNS, new float[] {.5f, 2, 90, NONE, NONE, 40, .75f, 1, NONE});

    @Test
    void score_and_rank_of_a_row_are_its_first_two_cells() {
        assertEquals(3, THREE.rows());
        assertEquals(.5f, THREE.score(0));
        assertEquals(2, THREE.rank(0));
        assertTrue(Float.isNaN(THREE.score(1)) && Float.isNaN(THREE.rank(1)));
        assertEquals(.75f, THREE.score(2));
        assertEquals(1, THREE.rank(2));
    }

    @Test
    void a_slice_and_picked_rows_have_every_cell_of_their_rows() {
        assertArrayEquals(
                new float[] {NONE, NONE, 40, .75f, 1, NONE}, THREE.slice(1, 3).values());
        assertEquals(0, THREE.slice(3, 3).rows());
        StageOneCells picked = THREE.rows(new int[] {2, 0, 2});
        assertArrayEquals(new float[] {.75f, 1, NONE, .5f, 2, 90, .75f, 1, NONE}, picked.values());
        assertEquals(COLUMNS, picked.columns());
        assertEquals(0, THREE.rows(new int[0]).rows());
    }

    @Test
    void parts_stand_one_after_the_other_and_an_empty_one_adds_nothing() {
        StageOneCells all =
                StageOneCells.concat(COLUMNS, List.of(THREE.slice(2, 3), THREE.slice(1, 1), THREE.slice(0, 2)));
        assertArrayEquals(new float[] {.75f, 1, NONE, .5f, 2, 90, NONE, NONE, 40}, all.values());
        assertEquals(0, StageOneCells.concat(COLUMNS, List.of()).rows());
    }

    @Test
    void what_was_copied_does_not_change_with_its_source() {
        StageOneCells slice = THREE.slice(0, 1);
        slice.values()[0] = 99;
        THREE.rows(new int[] {0}).values()[0] = 99;
        assertEquals(.5f, THREE.score(0));
    }

    @Test
    void of_unknown_rows_nothing_is_known() {
        StageOneCells unknown = StageOneCells.unknown(COLUMNS, 2);
        assertEquals(2, unknown.rows());
        assertArrayEquals(new float[] {NONE, NONE, NONE, NONE, NONE, NONE}, unknown.values());
    }

    @Test
    void score_and_rank_come_first_and_rows_are_whole() {
        assertTrue(messageOf(() -> new StageOneCells(List.of(OTHER), new float[1]))
                .startsWith(
                        "the first two columns must be score and rank but are [FeatureColumn[name=popularity_score"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new StageOneCells(List.of(COLUMNS.get(1), COLUMNS.get(0)), new float[2]));
        assertEquals("4 cells do not fill rows of 3", messageOf(() -> new StageOneCells(COLUMNS, new float[4])));
    }

    @Test
    void parts_of_other_columns_cannot_be_joined() {
        StageOneCells narrow = SmallWorld.stageOne(1);
        assertTrue(messageOf(() -> StageOneCells.concat(COLUMNS, List.of(THREE, narrow)))
                .startsWith("cells of [FeatureColumn[name=stage_one_score"));
    }

    @Test
    void every_column_of_stage_one_reaches_the_feature_rows_under_its_name() {
        Dataset dataset = SmallWorld.dataset(SmallWorld.log(List.of()), DailyStats.empty(SmallWorld.ITEMS));
        FeaturesConfig config = new FeaturesConfig(
                Groups.of(List.of("context", "stage-one"), 5, 4), List.of(FeatureColumn.STAGE_ONE_RANK));
        FeatureReplay replay = FeatureReplay.of(dataset, dataset.log(), COLUMNS, config, SmallWorld.rules(5));
        replay.advanceTo(SmallWorld.FIRST_DAY);
        FeatureRows rows = replay.state()
                .fill(FeatureRequests.at(SmallWorld.FIRST_DAY, 0, new int[] {0, 0, 1}, new int[] {1, 2, 3}, THREE));
        assertEquals(
                List.of("hour", "weekday", FeatureColumn.STAGE_ONE_SCORE, "popularity_score"),
                rows.columns().stream().map(FeatureColumn::name).toList());
        float[] score = {.5f, NONE, .75f};
        float[] other = {90, 40, NONE};
        for (int row = 0; row < 3; row++) {
            assertEquals(score[row], rows.value(row, rows.column(FeatureColumn.STAGE_ONE_SCORE)));
            assertEquals(other[row], rows.value(row, rows.column("popularity_score")));
        }
    }

    private static String messageOf(Runnable construction) {
        return assertThrows(IllegalArgumentException.class, construction::run).getMessage();
    }
}
