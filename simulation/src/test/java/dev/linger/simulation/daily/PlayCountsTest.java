package dev.linger.simulation.daily;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlayCountsTest {
    @Test
    void a_short_video_is_valid_and_long_only_when_played_to_its_end() {
        PlayCounts counts = new PlayCounts();
        counts.add(1, 4_999, 5_000);
        counts.add(1, 5_000, 5_000);

        assertEquals(1, counts.completePlays());
        assertEquals(1, counts.validPlays());
        assertEquals(1, counts.longPlays());
        assertEquals(0, counts.shortPlays());
    }

    @Test
    void a_long_video_is_valid_after_7_seconds_and_long_after_18() {
        PlayCounts counts = new PlayCounts();
        counts.add(1, 2_999, 60_000);
        counts.add(2, 7_000, 60_000);
        counts.add(3, 7_001, 60_000);
        counts.add(4, 18_001, 60_000);

        assertEquals(0, counts.completePlays());
        assertEquals(2, counts.validPlays());
        assertEquals(1, counts.longPlays());
        assertEquals(1, counts.shortPlays());
    }

    @Test
    void progress_of_a_play_is_at_most_one() {
        PlayCounts counts = new PlayCounts();
        counts.add(1, 30_000, 10_000);
        counts.add(2, 2_500, 10_000);

        assertEquals(1.25, counts.progress(), 1e-12); // 1 + 0.25
        assertEquals(32_500, counts.playMillis());
    }

    @Test
    void a_user_who_plays_twice_counts_once() {
        PlayCounts counts = new PlayCounts();
        counts.add(0, 1_000, 10_000);
        counts.add(0, 1_000, 10_000);
        counts.add(4, 1_000, 10_000);

        assertEquals(3, counts.plays());
        assertEquals(2, counts.users());
    }

    @Test
    void platform_totals_are_the_log_plus_the_sample_as_often_as_needed() {
        PlayCounts log = new PlayCounts();
        log.add(1, 10_000, 10_000);
        PlayCounts sample = new PlayCounts();
        sample.add(1, 10_000, 10_000);
        sample.add(2, 1_000, 10_000);

        PlatformDay day = PlatformDay.of(log, sample, 100);

        assertEquals(101, day.plays());
        assertEquals(98, day.users()); // 1 + 0.97 * 100
        assertEquals(51, day.completePlays()); // 1 + 1 * 50
        assertEquals(50, day.shortPlays()); // 0 + 1 * 50
        assertEquals(560_000, day.playMillis()); // 10,000 + 11,000 * 50
        assertEquals(56.0 / 101, day.progress(), 1e-12); // (1 + 1.1 * 50) / 101
        assertEquals(0, day.usersOf(0));
        assertEquals(1, day.usersOf(1));
        assertEquals(98, day.usersOf(101));
    }
}
