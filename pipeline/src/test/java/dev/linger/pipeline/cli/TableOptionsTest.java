package dev.linger.pipeline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableOptionsTest {
    private final List<String> problems = new ArrayList<>();

    @Test
    void columns_and_units_are_settings_and_flags_are_one_list() {
        assertEquals(
                List.of(
                        "data.columns.play=watch_ms",
                        "data.columns.title=a=b",
                        "data.columns.flags=[\"liked\",\"a \\\"b\\\"\",\"shared\"]"),
                TableOptions.columns(
                        List.of("flags=liked,a \"b\"", "play=watch_ms", "title=a=b", "flags=shared,liked"), problems));
        assertEquals(
                List.of("data.columns.flags=[\"a,b\"]"), TableOptions.columns(List.of("flags=[\"a,b\"]"), problems));
        assertEquals(
                List.of("data.units.time=iso", "data.units.play=s"),
                TableOptions.units(List.of("time=iso", "play=s"), problems));
        assertEquals(List.of(), problems);
    }

    @Test
    void all_that_makes_no_sense_is_told() {
        assertEquals(List.of(), TableOptions.columns(List.of("plya=watched", "user"), problems));
        assertEquals(
                List.of("data.units.time=s"),
                TableOptions.units(List.of("time=min", "play=iso", "tme=s", "time=s"), problems));
        assertEquals(
                List.of(
                        "--map plya=watched: there is no plya but user, item, play, duration, time, title, flags; did you"
                                + " mean play?",
                        "--map user: has no =; give it as --map user=...",
                        "--unit time=min: the time can be in auto, ms, s, iso",
                        "--unit play=iso: the play can be in auto, ms, s",
                        "--unit tme=s: there is no tme but play, duration, time; did you mean time?"),
                problems);
    }
}
