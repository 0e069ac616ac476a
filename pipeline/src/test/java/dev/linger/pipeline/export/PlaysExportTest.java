package dev.linger.pipeline.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Dataset;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.plays.PlaysSource;
import dev.linger.serving.store.PlayStore;
import dev.linger.serving.store.ReceivedPlay;
import dev.linger.serving.store.SqlitePlayStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlaysExportTest {
    @TempDir
    private Path folder;

    private Path store() {
        return folder.resolve("may.plays");
    }

    private Path file() {
        return folder.resolve("new/plays.csv");
    }

    private static ReceivedPlay play(String id, long user, long video, int millis, long time) {
        return new ReceivedPlay(id, user, video, millis, 10_000, time);
    }

    @Test
    void plays_are_written_in_the_order_of_the_store_with_their_milliseconds() throws IOException {
        try (PlayStore open = SqlitePlayStore.open(store())) {
            open.append(List.of(
                            play("b", 17, 392, 9_000, 1_599_321_590_034L),
                            play("a, \"1\"\n", 3, 5_000_000_000L, 0, 1_599_321_590_000L),
                            play("c", 3, 392, 25_001, 1_000L)))
                    .join();
            assertEquals(3, PlaysExport.export(store(), file()), "a server may have the store open");
        }
        assertEquals(
                """
                user_id,video_id,play_duration,video_duration,timestamp
                17,392,9000,10000,1599321590.034
                3,5000000000,0,10000,1599321590.000
                3,392,25001,10000,1.000
                """,
                Files.readString(file()));
        assertAloneInItsFolder();
    }

    @Test
    void what_is_read_of_the_table_is_what_was_stored() {
        SplittableRandom random = new SplittableRandom(3);
        List<ReceivedPlay> plays = new ArrayList<>();
        for (int at = 0; at < 25_000; at++) {
            plays.add(play(
                    "p" + at,
                    random.nextInt(1_000),
                    7_000 + random.nextInt(2_000),
                    random.nextInt(30_000),
                    1_600_000_000_000L + random.nextLong(40_000_000_000L)));
        }
        try (PlayStore open = SqlitePlayStore.open(store())) {
            open.append(plays).join();
        }
        assertEquals(25_000, PlaysExport.export(store(), file()));
        Dataset read =
                tables().read(file(), WatchRules.DEFAULTS, Progress.SILENT).dataset();
        InteractionLog log = read.log();
        List<ReceivedPlay> expected = plays.stream()
                .sorted(Comparator.comparingLong(ReceivedPlay::timestampMillis)
                        .thenComparing(ReceivedPlay::userId)
                        .thenComparing(ReceivedPlay::itemId))
                .toList();
        assertEquals(expected.size(), log.size());
        for (int row = 0; row < log.size(); row++) {
            ReceivedPlay play = expected.get(row);
            assertEquals(
                    play,
                    new ReceivedPlay(
                            play.id(),
                            read.users().id(log.user(row)),
                            read.items().id(log.item(row)),
                            log.playMillis(row),
                            log.durationMillis(row),
                            log.timestampMillis(row)));
        }
    }

    private static PlaysSource tables() {
        PlaysSource.Unit auto = PlaysSource.Unit.AUTO;
        return new PlaysSource(
                "",
                new PlaysSource.Columns("", "", "", "", "", "", List.of()),
                new PlaysSource.Units(auto, auto, auto),
                new PlaysSource.Ids(PlaysSource.IdKind.AUTO, PlaysSource.IdKind.AUTO),
                PlaysSource.Delimiter.AUTO,
                "UTC",
                true,
                86_400_000,
                1990,
                2099,
                0.01);
    }

    @Test
    void a_file_that_is_there_and_one_of_another_kind_are_refused() throws IOException {
        SqlitePlayStore.open(store()).close();
        assertEquals(0, PlaysExport.export(store(), file()));
        assertRefused(store(), file(), file() + " is there already; name another place, or move it away first");
        assertEquals(1, Files.readAllLines(file()).size());
        Path packed = folder.resolve("plays.csv.gz");
        assertRefused(store(), packed, packed + ": plays are written as CSV; name a file that ends with .csv");
        assertAloneInItsFolder();
    }

    @Test
    void a_folder_without_a_store_is_refused_and_nothing_is_made() {
        assertRefused(store(), file(), "there is no store at " + store().resolve("plays.db") + "; name the folder");
        assertTrue(Files.notExists(file().getParent()));
    }

    private static void assertRefused(Path store, Path file, String message) {
        InputException mistake = assertThrows(InputException.class, () -> PlaysExport.export(store, file));
        assertTrue(mistake.getMessage().startsWith(message), mistake::getMessage);
    }

    private void assertAloneInItsFolder() throws IOException {
        try (Stream<Path> files = Files.list(file().getParent())) {
            assertEquals(List.of(file()), files.toList());
        }
    }
}
