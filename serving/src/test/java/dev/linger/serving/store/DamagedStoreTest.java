package dev.linger.serving.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no store, or no longer one, are refused with advice and stay as they are. */
final class DamagedStoreTest {
    @TempDir
    private Path folder;

    @Test
    void a_text_is_refused() throws IOException {
        assertRefused("notes, longer than the header of a database. ".repeat(5), "is no file of plays; move it away");
        assertRefused("notes", "is no file of plays; move it away");
    }

    private void assertRefused(String content, String reason) throws IOException {
        Files.writeString(file(), content);
        assertRefused(reason);
        assertEquals(content, Files.readString(file()));
    }

    @Test
    void a_database_of_something_else_is_refused() throws IOException, SQLException {
        change("CREATE TABLE customers (name TEXT)", "INSERT INTO customers VALUES ('Ada')");
        byte[] before = Files.readAllBytes(file());
        assertRefused("is no file of plays; move it away, or give the server another folder");
        assertArrayEquals(before, Files.readAllBytes(file()));
    }

    @Test
    void another_version_is_refused() throws IOException, SQLException {
        fill();
        change("PRAGMA user_version = 1");
        byte[] before = Files.readAllBytes(file());
        assertRefused("has version 1 of the format, and this Linger knows 2 and 3; use the Linger that wrote it");
        assertArrayEquals(before, Files.readAllBytes(file()));
    }

    @Test
    void a_file_that_was_cut_is_refused() throws IOException {
        fill();
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, whole.length / 2));
        assertRefused("is damaged (");
    }

    @Test
    void damage_anywhere_is_refused_or_leaves_every_play_readable() throws IOException {
        fill();
        byte[] whole = Files.readAllBytes(file());
        SplittableRandom random = new SplittableRandom(5);
        int refused = 0;
        for (int trial = 0; trial < 20; trial++) {
            byte[] damaged = whole.clone();
            int from = random.nextInt(whole.length - 64);
            for (int at = from; at < from + 64; at++) {
                damaged[at] = (byte) random.nextInt();
            }
            Files.write(file(), damaged);
            try (PlayStore store = SqlitePlayStore.open(folder)) {
                PlayStoreContract.all(store);
            } catch (InputException mistake) {
                assertTrue(mistake.getMessage().contains(file().toString()), mistake::getMessage);
                refused++;
            }
        }
        assertTrue(refused > 5, refused + " of 20");
    }

    @Test
    void a_log_without_its_file_is_not_thrown_away() throws IOException {
        Files.writeString(folder.resolve("plays.db-wal"), "plays");
        assertRefused("holds plays of a file that is gone; put " + file() + " back beside it");
        assertEquals("plays", Files.readString(folder.resolve("plays.db-wal")));
    }

    @Test
    void a_table_of_other_columns_is_refused() throws IOException, SQLException {
        fill();
        change("ALTER TABLE plays RENAME COLUMN item_id TO video_id");
        assertRefused("is damaged (its tables were changed); put a copy of it in its place");
    }

    @Test
    void a_table_of_blocks_that_was_changed_or_holds_something_else_is_refused() throws SQLException {
        fill();
        change("INSERT INTO blocks VALUES (7, 0.5)");
        try (PlayStore store = SqlitePlayStore.open(folder)) {
            InputException mistake = assertThrows(InputException.class, store::blocks);
            assertTrue(
                    mistake.getMessage()
                            .startsWith(file() + ": is damaged (a block is damaged: it is neither of a creator nor"),
                    mistake::getMessage);
        }
        change("ALTER TABLE blocks ADD COLUMN note TEXT");
        assertRefused("is damaged (its table of blocks was changed); put a copy of it in its place");
    }

    @Test
    void a_folder_that_cannot_be_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        InputException mistake = assertThrows(InputException.class, () -> SqlitePlayStore.open(file.resolve("plays")));
        assertTrue(mistake.getMessage().contains("cannot be opened ("), mistake::getMessage);
    }

    @Test
    void a_store_that_is_open_is_refused_to_another_of_this_process_and_of_others() throws IOException {
        Process other = AppendingProcess.start(List.of(), folder, folder.resolve("temporary"), 1);
        assertEquals("open.", other.inputReader().readLine());
        assertRefused("another server keeps its plays here; stop it first, or give this one a folder of its own");
        other.destroyForcibly().onExit().join();
        try (PlayStore store = SqlitePlayStore.open(folder)) {
            assertRefused("another server keeps its plays here");
            store.append(PlayStoreContract.plays(0, 1)).join();
        }
        SqlitePlayStore.open(folder).close();
    }

    private Path file() {
        return folder.resolve("plays.db");
    }

    private void fill() {
        try (PlayStore store = SqlitePlayStore.open(folder)) {
            store.append(PlayStoreContract.plays(0, 2_000)).join();
        }
    }

    private void change(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private void assertRefused(String reason) {
        InputException mistake = assertThrows(
                InputException.class, () -> SqlitePlayStore.open(folder).close());
        assertTrue(mistake.getMessage().startsWith(folder.toString()), mistake::getMessage);
        assertTrue(mistake.getMessage().contains(reason), mistake::getMessage);
    }
}
