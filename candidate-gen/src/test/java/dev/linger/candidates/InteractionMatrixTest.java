package dev.linger.candidates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.InteractionLog;
import dev.linger.data.Workers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InteractionMatrixTest {
    @ParameterizedTest
    @CsvSource({
        "SUM, 2.75", // 0.5 + min(4, 2) + 0.25
        "MEAN, 0.9166667", // 2.75 / 3
        "MAX, 2", // the cap
        "LAST, 0.25"
    })
    void plays_of_a_pair_are_capped_and_then_made_one_by_the_rule(RepeatRule rule, float ratio) {
        InteractionLog log = new Plays()
                .add(1, 0, 0.5)
                .add(0, 0, 1)
                .add(1, 0, 4)
                .add(1, 2, 1.5)
                .add(1, 0, 0.25)
                .log();

        PairPlays byPair = PairPlays.of(log, 2, Workers.ofCaller());
        InteractionMatrix pairs = InteractionMatrix.of(byPair, 3, PlayValue.capped(2), rule, Workers.ofCaller());

        SparseRows byUser = pairs.byUser();
        assertEquals(3, byUser.size());
        assertEquals(2, byUser.count(1));
        int cell = byUser.from(1);
        assertEquals(0, byUser.column(cell));
        assertEquals(ratio, byUser.value(cell), 1e-6f);
        assertEquals(3, byPair.plays(cell));
        assertEquals(2, byUser.column(cell + 1));
        assertEquals(1.5f, byUser.value(cell + 1));
        assertEquals(1, byPair.plays(cell + 1));
    }

    @Test
    void a_play_loses_half_its_value_with_every_half_life() {
        InteractionLog log =
                new Plays().addAt(0, 0, 3, 0).addAt(0, 0, 1, 172_800_000).log();
        TimeDecay decay = new TimeDecay(1, 259_200_000);

        InteractionMatrix pairs = InteractionMatrix.of(
                PairPlays.of(log, 1, Workers.ofCaller()),
                1,
                PlayValue.RATIO,
                decay,
                RepeatRule.SUM,
                Workers.ofCaller());

        assertEquals(3 * 0.125f + 1 * 0.5f, pairs.byUser().value(0)); // 3 days old and 1 day old
        assertEquals(1, TimeDecay.NONE.weight(-5));
        assertThrows(IllegalArgumentException.class, () -> new TimeDecay(0, 0));
    }

    @Test
    void users_and_items_without_plays_have_empty_rows() {
        InteractionMatrix pairs = InteractionMatrix.of(
                PairPlays.of(new Plays().add(1, 2, 1).log(), 4, Workers.ofCaller()),
                5,
                PlayValue.RATIO,
                RepeatRule.SUM,
                Workers.ofCaller());

        assertEquals(4, pairs.byUser().rowCount());
        assertEquals(0, pairs.byUser().count(0));
        assertEquals(0, pairs.byUser().count(3));
        assertEquals(5, pairs.byItem().rowCount());
        assertEquals(0, pairs.byItem().count(4));
        assertEquals(4, pairs.byItem().columnCount());
    }

    @Test
    void several_values_by_several_threads_are_each_that_of_one_thread() {
        InteractionLog log = Plays.random(300, 20, 5_000, 4);
        List<PlayValue> values = List.of(PlayValue.RATIO, PlayValue.capped(0.5));
        TimeDecay decay = new TimeDecay(1, log.timestampMillis(log.size() - 1));
        try (Workers workers = new Workers(3)) {
            List<InteractionMatrix> together =
                    InteractionMatrix.of(PairPlays.of(log, 300, workers), 20, values, decay, RepeatRule.SUM, workers);
            for (int value = 0; value < values.size(); value++) {
                SparseRows alone = InteractionMatrix.of(
                                PairPlays.of(log, 300, Workers.ofCaller()),
                                20,
                                values.get(value),
                                decay,
                                RepeatRule.SUM,
                                Workers.ofCaller())
                        .byUser();
                SparseRows rows = together.get(value).byUser();
                assertEquals(alone.size(), rows.size());
                for (int cell = 0; cell < alone.size(); cell++) {
                    assertEquals(alone.column(cell), rows.column(cell));
                    assertEquals(alone.value(cell), rows.value(cell));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_two_sides_hold_what_a_dense_matrix_holds(RepeatRule rule) {
        InteractionLog log = Plays.random(9, 7, 150, 3);
        double[][] dense = new double[9][7];
        int[][] plays = new int[9][7];
        for (int row = 0; row < log.size(); row++) {
            int user = log.user(row);
            int item = log.item(row);
            dense[user][item] = rule.fold(dense[user][item], plays[user][item]++, Math.min(log.watchRatio(row), 1.25));
        }

        PairPlays byPair = PairPlays.of(log, 9, Workers.ofCaller());
        InteractionMatrix pairs = InteractionMatrix.of(byPair, 7, PlayValue.capped(1.25), rule, Workers.ofCaller());

        int cellByUser = 0;
        for (int user = 0; user < 9; user++) {
            for (int item = 0; item < 7; item++) {
                if (plays[user][item] > 0) {
                    assertEquals(item, pairs.byUser().column(cellByUser));
                    assertEquals((float) dense[user][item], pairs.byUser().value(cellByUser));
                    assertEquals(plays[user][item], byPair.plays(cellByUser++));
                }
            }
            assertEquals(cellByUser, pairs.byUser().to(user));
        }
        int cellByItem = 0;
        for (int item = 0; item < 7; item++) {
            for (int user = 0; user < 9; user++) {
                if (plays[user][item] > 0) {
                    assertEquals(user, pairs.byItem().column(cellByItem));
                    assertEquals((float) dense[user][item], pairs.byItem().value(cellByItem++));
                }
            }
            assertEquals(cellByItem, pairs.byItem().to(item));
        }
    }

    @Test
    void a_cap_of_zero_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> PlayValue.capped(0));
    }
}
