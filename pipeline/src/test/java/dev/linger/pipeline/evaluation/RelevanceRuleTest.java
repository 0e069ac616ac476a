package dev.linger.pipeline.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.PlayFlags;
import dev.linger.pipeline.evaluation.RelevanceRule.DurationDebiased;
import dev.linger.pipeline.evaluation.RelevanceRule.Flagged;
import dev.linger.pipeline.evaluation.RelevanceRule.RatioAbove;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelevanceRuleTest {
    private static final InteractionLog EMPTY = Scenes.log();

    @Test
    void names_are_those_of_the_tables() {
        assertEquals("ratio > 1.0", new RatioAbove(1, false).name());
        assertEquals("ratio >= 0.8", new RatioAbove(0.8, true).name());
        assertEquals("debiased p80", new DurationDebiased(0.8, 10).name());
        assertEquals("debiased p82.5", new DurationDebiased(0.825, 10).name());
    }

    @Test
    void a_ratio_equal_to_the_threshold_is_relevant_only_where_the_rule_is_inclusive() {
        assertFalse(new RatioAbove(1, false).fit(EMPTY).isRelevant(5_000, 1.0, 0));
        assertTrue(new RatioAbove(1, false).fit(EMPTY).isRelevant(5_000, Math.nextUp(1.0), 0));
        assertTrue(new RatioAbove(1, true).fit(EMPTY).isRelevant(5_000, 1.0, 0));
    }

    @Test
    void a_fixed_threshold_does_not_look_at_the_duration() {
        assertTrue(new RatioAbove(1, false).fit(EMPTY).isRelevant(Double.NaN, 2, 0));
    }

    @Test
    void each_duration_bucket_has_the_percentile_of_its_own_plays() {
        // Ten plays: five of 10 s with ratios .1 .2 .3 .4 .5, five of 20 s with ratios .01 .02 .03 .04 .05.
        // Two buckets start at 0 and at d[1 * 10 / 2] = d[5] = 20 s; ceil(.8 * 5) = 4, so the 4th smallest: .4 and .04.
        int[][] rows = new int[10][];
        for (int at = 0; at < 5; at++) {
            rows[2 * at] = new int[] {0, at, 1_000 * (5 - at), 10_000};
            rows[2 * at + 1] = new int[] {1, at, 200 * (at + 1), 20_000};
        }
        Relevance.ByRatio fitted = new DurationDebiased(0.8, 2).fit(Scenes.log(rows));
        assertArrayEquals(new int[] {0, 20_000}, fitted.buckets().startMillis());
        assertArrayEquals(new double[] {0.4, 0.04}, fitted.thresholds(), 1e-12);
        assertFalse(fitted.isRelevant(10_000, 0.4, 0), "not strictly above");
        assertTrue(fitted.isRelevant(10_000, 0.41, 0));
        assertTrue(fitted.isRelevant(20_000, 0.05, 0));
    }

    @Test
    void a_duration_never_seen_in_training_falls_into_the_nearest_bucket_below() {
        Relevance.ByRatio fitted = new DurationDebiased(0.5, 2)
                .fit(Scenes.log(new int[] {0, 0, 100, 10_000}, new int[] {0, 1, 10_000, 20_000}));
        assertArrayEquals(new double[] {0.01, 0.5}, fitted.thresholds(), 1e-12);
        assertTrue(fitted.isRelevant(1, 0.02, 0), "shorter than any");
        assertTrue(fitted.isRelevant(19_999, 0.02, 0), "between");
        assertFalse(fitted.isRelevant(1e9, 0.02, 0), "longer than any");
    }

    @Test
    void equal_durations_make_one_bucket_however_many_are_asked_for() {
        Relevance.ByRatio fitted = new DurationDebiased(0.8, 50)
                .fit(Scenes.log(
                        new int[] {0, 0, 1, 9_000}, new int[] {0, 1, 2, 9_000}, new int[] {0, 2, 3, 9_000}, new int[] {
                            0, 3, 4, 9_000
                        }));
        assertArrayEquals(new int[] {0}, fitted.buckets().startMillis());
    }

    @Test
    void a_percentile_that_binary_fractions_miss_keeps_its_rank() {
        // .55 * 100 is 55.000000000000007 in binary; the nearest rank is the 55th of 1..100, not the 56th.
        int[][] rows = new int[100][];
        for (int at = 0; at < 100; at++) {
            rows[at] = new int[] {0, at, at + 1, 100};
        }
        assertEquals(0.55, new DurationDebiased(0.55, 1).fit(Scenes.log(rows)).thresholds()[0], 1e-12);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void thresholds_agree_with_sorting_the_ratios_of_each_bucket(long seed) {
        InteractionLog log = Scenes.randomLog(seed, 20, 50, 700);
        Relevance.ByRatio fitted = new DurationDebiased(0.8, 7).fit(log);
        int[] starts = fitted.buckets().startMillis();
        for (int bucket = 0; bucket < starts.length; bucket++) {
            List<Double> ratios = new ArrayList<>();
            for (int row = 0; row < log.size(); row++) {
                boolean below = bucket + 1 < starts.length && log.durationMillis(row) >= starts[bucket + 1];
                if (log.durationMillis(row) >= starts[bucket] && !below) {
                    ratios.add(log.watchRatio(row));
                }
            }
            Collections.sort(ratios);
            double expected = ratios.get((ratios.size() * 8 + 9) / 10 - 1);
            assertEquals(expected, fitted.thresholds()[bucket]);
        }
    }

    @Test
    void a_play_with_the_flag_is_relevant_whatever_was_watched() {
        InteractionLog log = Scenes.log(
                        new int[] {0, 0, 1, 9_000}, new int[] {0, 1, 99_000, 9_000}, new int[] {1, 1, 9_000, 9_000})
                .with(new PlayFlags(List.of("is_click", "is_like"), new byte[] {3, 1, 2}));
        Relevance likes = new Flagged("is_like").fit(log.slice(0, 1));
        assertEquals("flag is_like", likes.rule());
        Judgments judgments = Judgments.of(log, likes, 0.1);
        assertArrayEquals(new int[] {0}, judgments.relevant(0));
        assertArrayEquals(new int[] {1}, judgments.relevant(1));
        assertArrayEquals(new int[] {0}, judgments.skipped(0), "skips are told by the ratio");
        String unknown = message(() -> new Flagged("is_lik").fit(log));
        assertEquals(
                "evaluation.relevance: the plays of the data have no flag is_lik (is it is_like?); they have is_click,"
                        + " is_like.",
                unknown);
        assertTrue(message(() -> new Flagged("liked").fit(EMPTY)).contains("--map flags=liked"));
        assertThrows(IllegalArgumentException.class, () -> new Flagged(" "));
    }

    private static String message(Executable refused) {
        return String.valueOf(assertThrows(InputException.class, refused).getMessage());
    }

    @Test
    void impossible_settings_are_refused_with_the_value() {
        assertEquals(
                "threshold must be >= 0 and finite but was NaN",
                assertThrows(IllegalArgumentException.class, () -> new RatioAbove(Double.NaN, true))
                        .getMessage());
        assertEquals(
                "percentile must be in (0, 1) but was 80.0",
                assertThrows(IllegalArgumentException.class, () -> new DurationDebiased(80, 10))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new DurationDebiased(0.8, 0));
        assertThrows(IllegalArgumentException.class, () -> new DurationDebiased(0.8, 1).fit(EMPTY));
    }
}
