package dev.linger.serving.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that is read without being opened as one. */
final class StoredPlaysTest {
    @TempDir
    private Path folder;

    @Test
    void plays_are_read_in_their_order_beside_the_store_and_after_it_is_closed() {
        List<ReceivedPlay> plays = PlayStoreContract.plays(0, 25_000);
        try (PlayStore store = SqlitePlayStore.open(folder)) {
            assertEquals(List.of(), read());
            store.append(plays.subList(0, 24_000)).join();
            assertEquals(plays.subList(0, 24_000), read());
            try (StoredPlays open = StoredPlays.open(folder)) {
                store.append(plays.subList(24_000, 25_000)).join();
                assertEquals(plays, all(open), "those that come while it is open are read too");
            }
        }
        assertEquals(plays, read());
        try (PlayStore store = SqlitePlayStore.open(folder)) {
            assertEquals(plays, PlayStoreContract.all(store), "the store is as it was");
        }
    }

    @Test
    void plays_of_another_process_are_read_while_it_appends_and_after_it_was_killed() throws IOException {
        Process process = AppendingProcess.start(List.of(), folder.resolve("s"), folder.resolve("temporary"), 1);
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null && !line.startsWith("NEW ")) {
                line = lines.readLine();
            }
            List<ReceivedPlay> during = read("s");
            String first = String.valueOf(line).replaceAll("NEW (.*)\\.", "$1");
            assertTrue(during.stream().anyMatch(play -> play.id().equals(first)), first);
            process.toHandle().destroyForcibly();
            process.onExit().join();
            List<ReceivedPlay> after = read("s");
            assertEquals(during, after.subList(0, during.size()));
            try (PlayStore store = SqlitePlayStore.open(folder.resolve("s"))) {
                assertEquals(PlayStoreContract.all(store), after);
            }
        }
    }

    @Test
    void a_folder_without_a_store_is_refused_and_stays_as_it_is() throws IOException {
        String expected = "there is no store at " + folder.resolve("plays.db")
                + "; name the folder in which linger serve keeps plays: MODEL.plays beside its model, or that of its"
                + " --data-dir";
        assertEquals(expected, assertRefused());
        assertTrue(Files.notExists(folder.resolve("plays.db")));
        Files.createFile(folder.resolve("plays.db"));
        assertEquals(expected, assertRefused(), "a store that was killed as it began");
    }

    @Test
    void what_is_no_store_or_is_damaged_is_refused() throws IOException {
        Path file = folder.resolve("plays.db");
        Files.writeString(file, "notes");
        assertTrue(assertRefused().startsWith(file + ": is no file of plays"));
        Files.delete(file);
        try (PlayStore store = SqlitePlayStore.open(folder)) {
            store.append(PlayStoreContract.plays(0, 2_000)).join();
        }
        byte[] whole = Files.readAllBytes(file);
        for (int at = whole.length / 2; at < whole.length / 2 + 200; at++) {
            whole[at] ^= 0x55;
        }
        Files.write(file, whole);
        assertTrue(assertRefused().startsWith(file + ": is damaged ("));
    }

    private String assertRefused() {
        return String.valueOf(assertThrows(InputException.class, () -> StoredPlays.open(folder))
                .getMessage());
    }

    private List<ReceivedPlay> read() {
        return read("");
    }

    private List<ReceivedPlay> read(String name) {
        try (StoredPlays plays = StoredPlays.open(folder.resolve(name))) {
            return all(plays);
        }
    }

    private static List<ReceivedPlay> all(StoredPlays plays) {
        List<ReceivedPlay> all = new ArrayList<>();
        plays.forEach(all::addAll);
        return all;
    }
}
