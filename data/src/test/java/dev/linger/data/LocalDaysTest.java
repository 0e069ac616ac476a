package dev.linger.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LocalDaysTest {
    /** Around every change of the offset from 1900 to 2060 and every few weeks between, in no order. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Asia/Shanghai",
                "America/New_York",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "Africa/Monrovia",
                "+05:45"
            })
    void days_are_those_of_the_calendar(String name) {
        ZoneId zone = ZoneId.of(name);
        List<Long> instants = new ArrayList<>();
        Instant end = Instant.parse("2060-01-01T00:00:00Z");
        for (Instant at = Instant.parse("1900-01-01T00:00:00.123Z"); at.isBefore(end); at = at.plusSeconds(2_222_222)) {
            instants.add(at.toEpochMilli());
        }
        ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.parse("1900-01-01T00:00:00Z"));
        while (change != null && change.getInstant().isBefore(end)) {
            for (long near : new long[] {-86_400_000, -1_001, -1_000, -999, -1, 0, 1, 999, 1_000, 1_001, 86_400_000}) {
                instants.add(change.toEpochSecond() * 1_000 + near);
            }
            change = zone.getRules().nextTransition(change.getInstant());
        }
        Collections.shuffle(instants, new Random(5));
        LocalDays days = new LocalDays(zone);
        for (long instant : instants) {
            assertEquals(InteractionLog.dayOf(instant, zone), days.of(instant), () -> Instant.ofEpochMilli(instant)
                    .toString());
        }
    }
}
