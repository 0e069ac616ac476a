package dev.linger.features.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaySumsTest {
    @Test
    void a_day_is_forgotten_after_a_week_even_when_nothing_followed() {
        DaySums sums = new DaySums(2, 2);
        sums.add(sums.today(1, 10), 2);
        sums.add(sums.today(1, 10), 3);
        sums.add(sums.today(1, 10) + 1, 8);
        assertEquals(0, sums.before(1, 0, 10, 7)); // the as-of day itself is not before it
        assertEquals(5, sums.before(1, 0, 11, 1));
        assertEquals(0, sums.before(1, 0, 12, 1));
        assertEquals(5, sums.before(1, 0, 17, 7));
        assertEquals(0, sums.before(1, 0, 18, 7));
        assertEquals(8, sums.before(1, 1, 11, 1));
        sums.add(sums.today(1, 17), 1); // where day 10 stood
        assertEquals(0, sums.before(1, 1, 18, 7));
        assertEquals(0, sums.before(0, 0, 11, 7));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sums_and_fading_counts_equal_those_over_all_days(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int first = -5;
        double[] byDay = new double[40];
        DaySums sums = new DaySums(3, 1);
        DecayedCounts counts = new DecayedCounts(3, 1.5);
        for (int day = 0; day < byDay.length; day++) {
            for (int play = random.nextInt(6) - 3; play > 0; play--) {
                byDay[day]++;
                sums.add(sums.today(1, first + day), 1);
                counts.add(1, first + day);
            }
            for (int days = 1; days <= DaySums.DAYS; days++) {
                assertEquals(slowSum(byDay, day + 1, days), sums.before(1, 0, first + day + 1, days));
            }
            assertEquals(slowDecay(byDay, day + 1), counts.at(1, first + day + 1), 1e-12);
        }
        assertEquals(0, counts.at(2, 99));
    }

    private static double slowSum(double[] byDay, int asOfDay, int days) {
        double sum = 0;
        for (int day = Math.max(0, asOfDay - days); day < asOfDay; day++) {
            sum += byDay[day];
        }
        return sum;
    }

    private static double slowDecay(double[] byDay, int asOfDay) {
        double sum = 0;
        for (int day = 0; day < asOfDay; day++) {
            sum += byDay[day] * Math.pow(.5, (asOfDay - day) / 1.5);
        }
        return sum;
    }
}
