package dev.linger.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.linger.simulation.GeneratedFiles.Play;
import dev.linger.simulation.files.KuaiRecFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The daily table against a slow recount of the log; the topics preset loses no duration, so the recount is exact. */
class DailyTableTest {
    @TempDir
    static Path folder;

    private static Map<String, Recount> log;
    private static Map<String, NamedCsvRecord> table;

    @BeforeAll
    static void recount() {
        GeneratedFiles topics = GeneratedFiles.of(Preset.TOPICS, 5, folder.resolve("topics"));
        log = new LinkedHashMap<>();
        for (Play play : GeneratedFiles.withoutCopies(topics.plays())) {
            log.computeIfAbsent(play.video() + " " + play.date(), key -> new Recount())
                    .add(play);
        }
        table = new HashMap<>();
        for (NamedCsvRecord row : topics.rows(KuaiRecFile.ITEM_DAILY_FEATURES)) {
            table.put(row.getField("video_id") + " " + row.getField("date"), row);
        }
    }

    @Test
    void there_is_a_row_for_each_video_and_day_of_the_log() {
        assertEquals(log.keySet(), new HashSet<>(table.keySet()));
    }

    @Test
    void totals_contain_the_plays_of_the_log() {
        log.forEach((key, recount) -> {
            NamedCsvRecord row = table.get(key);
            assertTrue(number(row, "play_cnt") > recount.plays);
            assertTrue(number(row, "play_user_num") >= recount.users.size());
            assertTrue(Long.parseLong(row.getField("play_duration")) >= recount.playMillis);
            assertTrue(number(row, "complete_play_cnt") >= recount.complete);
            assertTrue(number(row, "valid_play_cnt") >= recount.valid);
            assertTrue(number(row, "long_time_play_cnt") >= recount.longPlays);
            assertTrue(number(row, "short_time_play_cnt") >= recount.shortPlays);
        });
    }

    @Test
    void counts_are_in_order() {
        for (NamedCsvRecord row : table.values()) {
            assertTrue(number(row, "show_cnt") >= number(row, "play_cnt"));
            assertTrue(number(row, "show_cnt") >= number(row, "show_user_num"));
            assertTrue(number(row, "show_user_num") >= number(row, "play_user_num"));
            assertTrue(number(row, "play_cnt") >= number(row, "play_user_num"));
            assertTrue(number(row, "play_cnt") >= number(row, "valid_play_cnt"));
            assertTrue(number(row, "valid_play_cnt") >= number(row, "long_time_play_cnt"));
            assertTrue(number(row, "long_time_play_cnt") >= number(row, "complete_play_cnt"));
            assertTrue(decimal(row, "play_progress") > 0 && decimal(row, "play_progress") <= 1);
        }
    }

    /** The pooled rates of 18,000 plays have standard errors near .004; the crowd differs by its random viewers. */
    @Test
    void rates_agree_with_the_log() {
        Recount all = new Recount();
        log.values().forEach(all::addAll);
        double plays = sum("play_cnt");

        assertEquals(all.complete / (double) all.plays, sum("complete_play_cnt") / plays, 0.04);
        assertEquals(all.valid / (double) all.plays, sum("valid_play_cnt") / plays, 0.04);
        assertEquals(all.longPlays / (double) all.plays, sum("long_time_play_cnt") / plays, 0.04);
        assertEquals(all.shortPlays / (double) all.plays, sum("short_time_play_cnt") / plays, 0.04);
        assertEquals(1, (sum("play_duration") / plays) / (all.playMillis / (double) all.plays), 0.1);
        double progress = table.values().stream()
                .mapToDouble(row -> decimal(row, "play_progress") * decimal(row, "play_cnt"))
                .sum();
        assertEquals(all.progress / all.plays, progress / plays, 0.04);
    }

    @Test
    void plays_are_the_logs_times_the_platforms_scale() {
        double logPlays =
                log.values().stream().mapToInt(recount -> recount.plays).sum();

        // 1 + 40 * exp(0.3^2 / 2) = 42.8, and one more play a row
        assertEquals(42.8, sum("play_cnt") / logPlays, 1.5);
    }

    private static double sum(String column) {
        return table.values().stream().mapToDouble(row -> decimal(row, column)).sum();
    }

    private static int number(NamedCsvRecord row, String column) {
        return Integer.parseInt(row.getField(column));
    }

    private static double decimal(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    private static final class Recount {
        private final Set<Integer> users = new HashSet<>();
        private int plays;
        private long playMillis;
        private int complete;
        private int valid;
        private int longPlays;
        private int shortPlays;
        private double progress;

        void add(Play row) {
            int play = row.playMillis();
            int duration = row.durationMillis();
            users.add(row.user());
            plays++;
            playMillis += play;
            complete += play >= duration ? 1 : 0;
            valid += (duration <= 7_000 ? play >= duration : play > 7_000) ? 1 : 0;
            longPlays += (duration <= 18_000 ? play >= duration : play > 18_000) ? 1 : 0;
            shortPlays += play < Math.min(3_000, duration) ? 1 : 0;
            progress += Math.min(1.0, play / (double) duration);
        }

        void addAll(Recount other) {
            plays += other.plays;
            playMillis += other.playMillis;
            complete += other.complete;
            valid += other.valid;
            longPlays += other.longPlays;
            shortPlays += other.shortPlays;
            progress += other.progress;
        }
    }
}
