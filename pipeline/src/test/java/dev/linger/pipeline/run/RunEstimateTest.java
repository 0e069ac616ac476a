package dev.linger.pipeline.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.source.DataSize;
import dev.linger.pipeline.config.LingerConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RunEstimateTest {
    private static final DataSize KUAIREC = new DataSize(12_530_806, 7_176, 10_728, 4_676_570, 343_341);
    private static final RunEstimate ESTIMATE = new RunEstimate(KUAIREC, 2560, 1024, 540, "");

    @Test
    void the_whole_of_kuairec_fits_into_three_gibibytes_of_heap() {
        assertDoesNotThrow(() -> estimate(KUAIREC).requireRoom(3072));
    }

    @Test
    void twice_the_rows_need_more_of_everything() {
        RunEstimate twice = estimate(new DataSize(25_061_612, 14_352, 10_728, 9_353_140, 686_682));
        RunEstimate once = estimate(KUAIREC);
        assertTrue(twice.heapMiB() > 1.5 * once.heapMiB(), twice + " after " + once);
        assertTrue(twice.seconds() > once.seconds(), twice + " after " + once);
    }

    @Test
    void the_demo_data_fits_into_the_heap_of_a_small_machine() {
        assertDoesNotThrow(() ->
                estimate(new DataSize(325_000, 1_000, 2_000, 42_000, 30_000)).requireRoom(512));
    }

    @Test
    void a_heap_that_is_too_small_is_refused_with_the_one_that_is_needed() {
        String message = assertThrows(InputException.class, () -> ESTIMATE.requireRoom(2048))
                .getMessage();
        assertTrue(message.contains("needs about 2.5 GiB of heap"), message);
        assertTrue(message.contains("12,530,806 plays, 7,176 users, 10,728 videos"), message);
        assertTrue(message.contains("may take 2.0 GiB"), message);
        assertTrue(message.contains("-Xmx3g"), message); // 2560 * 1.2 = 3072 MiB
    }

    @Test
    void more_plays_than_a_log_can_have_are_refused_whatever_the_heap() {
        RunEstimate estimate = estimate(new DataSize(600_000_000, 1, 1, 0, 0));
        String message = assertThrows(InputException.class, () -> estimate.requireRoom(Long.MAX_VALUE))
                .getMessage();
        assertTrue(message.contains("about 600,000,000 plays, and at most 536,870,911 fit into one"), message);
    }

    @Test
    void factors_that_need_more_than_the_data_are_refused_with_their_source() {
        LingerConfig config = LingerConfig.resolve(
                        Optional.empty(), List.of("candidates.sources=[{\"type\": \"als\", \"factorCount\": 40000}]"))
                .value();
        RunEstimate estimate = RunEstimate.of(new DataSize(18_000, 300, 400, 0, 0), config, 2);
        String message = assertThrows(InputException.class, () -> estimate.requireRoom(4096))
                .getMessage();
        assertTrue(message.contains("most of it for the keys of als in candidates"), message);
    }

    @Test
    void networks_take_memory_and_time_by_the_plays_they_learn_from() {
        RunEstimate trees = RunEstimate.of(
                KUAIREC, LingerConfig.resolve(Optional.empty(), List.of()).value(), 1);
        RunEstimate networks = RunEstimate.of(
                KUAIREC, LingerConfig.resolve(Optional.of("neural"), List.of()).value(), 1);
        double plays = (double) KUAIREC.plays();
        assertTrue(networks.heapMiB() > trees.heapMiB() + 2 * 48 * plays / (1 << 20), networks + " and " + trees);
        // 16 epochs of 1.5 and 20 of 2.2 microseconds a play, in fits before the stretches, validation and test to .7
        // of them
        int fits = 2
                + LingerConfig.resolve(Optional.empty(), List.of())
                        .value()
                        .training()
                        .stretches();
        assertEquals(
                0.7 * fits * (16 * 1.5e-6 + 20 * 2.2e-6) * plays, (double) networks.seconds() - trees.seconds(), 1);
    }

    @Test
    void a_source_is_fitted_once_where_nothing_is_chosen_and_no_column_looks_at_it() {
        String networks = "candidates.sources=[{\"type\":\"two-tower\"}]";
        RunEstimate alone = recipe(networks);
        assertTrue(recipe(networks, "features.groups=[\"user-profile\",\"stage-one\"]")
                        .seconds()
                > alone.seconds());
        assertTrue(recipe(networks, "candidates.fallback=\"auto\"").seconds() > alone.seconds());
    }

    private static RunEstimate recipe(String... settings) {
        return RunEstimate.of(
                KUAIREC,
                LingerConfig.resolve(Optional.of("recipes/plain-als-lightgbm"), List.of(settings))
                        .value(),
                2);
    }

    @Test
    void a_limit_above_the_videos_needs_what_the_videos_need() {
        DataSize small = new DataSize(18_000, 300, 400, 0, 0);
        assertEquals(
                withLimit(small, "400").heapMiB(),
                withLimit(small, "2147483647").heapMiB());
        String message = assertThrows(InputException.class, () -> withLimit(KUAIREC, "2147483647")
                        .requireRoom(4096))
                .getMessage();
        assertTrue(message.contains("most of it for candidates.limit 2147483647"), message);
    }

    private static RunEstimate withLimit(DataSize data, String limit) {
        List<String> settings = List.of("candidates.limit=" + limit);
        return RunEstimate.of(
                data, LingerConfig.resolve(Optional.empty(), settings).value(), 2);
    }

    @Test
    void what_was_needed_stands_beside_what_was_estimated() {
        List<StageRecord> stages = List.of(
                new StageRecord("load", 9.5, 0, 900, Optional.of(1536L), Map.of()),
                new StageRecord("train", 290.5, 0, 2048, Optional.of(4608L), Map.of()));
        assertEquals(
                "needed     heap 2.0 GiB (estimated 2.5 GiB), 4.5 GiB resident in all, 5.0 min (estimated 9.0 min)",
                ESTIMATE.against(stages));
    }

    @Test
    void several_runs_take_the_time_of_all_and_the_heap_of_the_largest() {
        RunEstimate small = new RunEstimate(new DataSize(1_000, 10, 20, 0, 0), 100, 2000, 60, "");
        RunEstimate all = RunEstimate.ofAll(List.of(small, ESTIMATE, small));
        assertEquals(new RunEstimate(KUAIREC, 2560, 2000, 660, ""), all);
        assertTrue(all.lineOf(3).startsWith("estimate   3 runs on 12,530,806 plays,"), () -> all.lineOf(3));
        assertTrue(all.lineOf(3).endsWith(": at most about 11.0 min, less what they share"), () -> all.lineOf(3));
        assertEquals(ESTIMATE.line(), ESTIMATE.times(1).lineOf(1));
    }

    private static RunEstimate estimate(DataSize data) {
        LingerConfig config = LingerConfig.resolve(Optional.empty(), List.of()).value();
        return RunEstimate.of(data, config, 2);
    }
}
