package dev.linger.serving.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.Id;
import dev.linger.recommender.filter.Blocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqlitePlayStoreTest extends PlayStoreContract {
    @TempDir
    private Path folder;

    @Override
    PlayStore open() {
        // a name whose characters mean something in addresses
        return SqlitePlayStore.open(folder.resolve("new/plays of?mode=memory&cache=shared #1 100%25"));
    }

    @Test
    void when_too_many_plays_wait_more_are_refused_and_can_be_sent_again() throws InterruptedException {
        CountDownLatch committing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (PlayStore store = SqlitePlayStore.open(folder.resolve("small"), 10)) {
            store.listener(plays -> {
                committing.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException interrupt) {
                    throw new IllegalStateException(interrupt);
                }
            });
            List<CompletableFuture<List<Stored>>> taken = new ArrayList<>(List.of(store.append(plays(0, 1))));
            committing.await();
            taken.add(store.append(plays(1, 9)));
            CompletableFuture<List<Stored>> refused = store.append(plays(9, 12));
            taken.add(store.append(plays(9, 11)));
            Throwable failure =
                    assertThrows(CompletionException.class, refused::join).getCause();
            assertInstanceOf(StoreBusyException.class, failure);
            assertEquals(
                    "8 plays wait to be written, and no more may; send yours again in a moment", failure.getMessage());
            goOn.countDown();
            taken.forEach(CompletableFuture::join);
            assertEquals(List.of(Stored.NEW), store.append(plays(11, 12)).join());
            assertEquals(100, store.append(plays(12, 112)).join().size(), "more than fit are taken where none waits");
            assertEquals(plays(0, 112), all(store));
        }
    }

    @Test
    void a_closed_store_is_one_file_beside_its_lock() throws IOException {
        Path closed = folder.resolve("closed");
        try (PlayStore store = SqlitePlayStore.open(closed)) {
            store.append(plays(0, 1_000)).join();
        }
        try (Stream<Path> files = Files.list(closed)) {
            assertEquals(
                    List.of("plays.db", "plays.lock"),
                    files.map(file -> String.valueOf(file.getFileName()))
                            .sorted()
                            .toList());
        }
    }

    @Test
    void a_file_that_an_earlier_version_began_goes_on_with_numbers_and_takes_no_texts() throws Exception {
        Path old = Files.createDirectory(folder.resolve("old"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + old.resolve("plays.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA application_id = " + 0x4C4E4752);
            statement.execute("PRAGMA user_version = 2");
            statement.execute(PlayTable.DEFINITION.replace("_id ANY", "_id INTEGER"));
            statement.execute(VideoTable.DEFINITION.replace("_id ANY", "_id INTEGER"));
        }
        Blocks blocks = new Blocks(Set.of("a"), Set.of(1L));
        for (int time = 0; time < 2; time++) {
            try (PlayStore store = SqlitePlayStore.open(old)) {
                assertFalse(store.takesTexts());
                assertEquals(time == 0 ? Map.of() : Map.of(Id.of(3), blocks), store.blocks());
                store.keepBlocks(List.of(new BlockChange(Id.of(3), blocks, true)));
                store.append(plays(5 * time, 5 * time + 5)).join();
                assertEquals(plays(0, 5 * time + 5), all(store));
                CompletableFuture<List<Stored>> refused =
                        store.append(List.of(new ReceivedPlay("t", Id.of("7"), Id.of("v"), 1, 1, 1)));
                assertThrows(CompletionException.class, refused::join);
            }
        }
    }

    @Test
    void an_id_that_is_no_text_in_utf_8_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new ReceivedPlay("\ud83c", 1, 1, 1, 1, 1));
    }
}
