package dev.linger.simulation.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.simulation.shape.LogDays;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text of a row of the log, by the first row of KuaiRec's. */
class LogTextTest {
    private static final LogDays DAYS = LogDays.OF_KUAIREC;
    private static final int EIGHT_PAST_MIDNIGHT = (8 * 60 + 23) * 1_000 + 438;

    @Test
    void an_instant_is_written_as_kuairec_writes_it() {
        assertEquals("2020-07-05 00:08:23.438", DAYS.timeText(0, EIGHT_PAST_MIDNIGHT));
        assertEquals("20200705", DAYS.dateText(0));
        assertEquals("1593878903.438", DAYS.timestampText(0, EIGHT_PAST_MIDNIGHT));
    }

    @ParameterizedTest
    @CsvSource({"0, .0", "7, .007", "40, .04", "500, .5", "990, .99", "999, .999"})
    void a_fraction_has_one_to_three_digits(int millis, String fraction) {
        assertEquals("2020-09-05 23:59:59" + fraction, DAYS.timeText(62, LogDays.DAY_MILLIS - 1_000 + millis));
    }

    @Test
    void the_days_are_those_that_kuairec_logged() {
        assertEquals(63, DAYS.count());
        assertEquals(28, DAYS.loggedCount());
        assertEquals(LocalDate.of(2020, 7, 12), DAYS.date(DAYS.logged(7)));
        assertEquals(LocalDate.of(2020, 8, 1), DAYS.date(DAYS.logged(8)));
        assertEquals(LocalDate.of(2020, 8, 10), DAYS.date(DAYS.logged(17)));
        assertEquals(LocalDate.of(2020, 8, 27), DAYS.date(DAYS.logged(18)));
        assertEquals("20200731", DAYS.eveText(DAYS.logged(8)));
    }

    @ParameterizedTest
    @CsvSource({"13838, 10867, 1.273397", "0, 7, 0.000000", "1, 2000000, 0.000001", "1999999, 2000000, 1.000000"})
    void a_ratio_has_six_digits_rounded_half_up(long play, long duration, String text) {
        assertEquals(text, Decimals.ratio(play, duration));
    }

    @Test
    void a_list_is_written_with_brackets() {
        assertEquals("[27, 9]", KuaiRecFile.listText(new int[] {27, 9}));
    }
}
