package dev.linger.features.replay;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.DailyStats;
import dev.linger.data.Dataset;
import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.Workers;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureRequests;
import dev.linger.features.FeatureRows;
import dev.linger.features.ObservedPlays;
import dev.linger.features.StageOneCells;
import dev.linger.features.replay.SmallWorld.Play;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownAtRequestTest {
    private static final int DAY = SmallWorld.FIRST_DAY;

    /** Two columns: how many plays were observed, and one that may be known late. */
    private static final class Counting implements FeatureGroup {
        private final boolean knownAtRequest;
        private int plays;

        Counting(boolean knownAtRequest) {
            this.knownAtRequest = knownAtRequest;
        }

        @Override
        public List<FeatureColumn> columns() {
            return List.of(
                    FeatureColumn.numeric("plays", "1", "never"),
                    new FeatureColumn("late", "1", FeatureColumn.Kind.NUMERIC, "always", knownAtRequest));
        }

        @Override
        public void observe(ObservedPlays observed) {
            plays += observed.size();
        }

        @Override
        public void fill(FeatureRequests requests, int from, int to, float[] cells, int offset, int stride) {
            for (int at = offset; at < offset + (to - from) * stride; at += stride) {
                cells[at] = plays;
                cells[at + 1] = Float.NaN;
            }
        }
    }

    private static FeatureReplay replay() {
        Dataset dataset = SmallWorld.dataset(
                SmallWorld.log(List.of(play(DAY), play(DAY), play(DAY + 1), play(DAY + 2))),
                DailyStats.empty(SmallWorld.ITEMS));
        FeaturesConfig hour = new FeaturesConfig(Groups.of(List.of("context"), 5, 4), List.of());
        return FeatureReplay.of(dataset, dataset.log(), StageOneCells.SCORE_AND_RANK, hour, SmallWorld.rules(5));
    }

    private static Play play(int day) {
        return new Play(0, 1, 500, 1_000, day, 12);
    }

    @Test
    void a_group_that_is_added_sees_every_earlier_play() {
        FeatureReplay replay = replay().with(new Counting(true));
        FeatureRequests requests = new FeatureRequests(
                new int[2], new int[2], new int[] {DAY + 1, DAY + 2}, new long[2], SmallWorld.stageOne(2));
        try (Workers workers = new Workers(1)) {
            FeatureRows rows = replay.fill(requests, workers, Progress.SILENT);
            assertEquals(2, rows.value(0, rows.column("plays")));
            assertEquals(3, rows.value(1, rows.column("plays")));
        }
    }

    @Test
    void no_group_is_added_once_plays_have_been_observed() {
        FeatureReplay replay = replay();
        replay.advanceTo(DAY);
        assertThrows(IllegalStateException.class, () -> replay.with(new Counting(true)));
    }

    @Test
    void a_column_that_is_known_late_is_refused_by_name() {
        assertDoesNotThrow(() -> replay().with(new Counting(true)).state().requireKnownAtRequest());
        InputException refused = assertThrows(
                InputException.class,
                () -> replay().with(new Counting(false)).state().requireKnownAtRequest());
        assertEquals(
                "no rows can be made for candidates: late is not known yet when a list is asked for; leave such"
                        + " columns out with features.excludedColumns",
                refused.getMessage());
    }
}
