package dev.linger.serving.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Id;
import dev.linger.recommender.filter.Blocks;
import dev.linger.recommender.live.LiveVideo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for every store of plays. */
abstract class PlayStoreContract {
    private PlayStore store;

    /** Opens the same store each time. */
    abstract PlayStore open();

    @BeforeEach
    final void openStore() {
        store = open();
    }

    @AfterEach
    final void closeStore() {
        store.close();
    }

    static ReceivedPlay play(int number) {
        return new ReceivedPlay("p" + number, number % 7, number % 11, 100 * number, 30_000, 1_000L * number);
    }

    static List<ReceivedPlay> plays(int from, int to) {
        return IntStream.range(from, to).mapToObj(PlayStoreContract::play).toList();
    }

    static List<ReceivedPlay> all(PlayStore store) {
        List<ReceivedPlay> all = new ArrayList<>();
        store.replay(all::addAll);
        return all;
    }

    @Test
    void an_empty_store_replays_nothing_and_has_no_problem() {
        assertEquals(List.of(), all(store));
        assertEquals(Optional.empty(), store.problem());
    }

    @Test
    void plays_are_replayed_as_they_came_also_when_it_is_opened_again() {
        List<ReceivedPlay> extremes = List.of(
                new ReceivedPlay("\u0000 '\"%\n\ud83c\udfac", Long.MIN_VALUE, Long.MAX_VALUE, 0, 1, Long.MIN_VALUE),
                new ReceivedPlay("A", -1, 0, Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE),
                new ReceivedPlay("a", -1, 0, 1, 1, 0));
        assertEquals(Collections.nCopies(3, Stored.NEW), store.append(extremes).join());
        store.append(plays(0, 5)).join();
        List<ReceivedPlay> expected = new ArrayList<>(extremes);
        expected.addAll(plays(0, 5));
        assertEquals(expected, all(store));
        store.close();
        store = open();
        assertEquals(expected, all(store));
    }

    @Test
    void plays_after_one_are_replayed_and_those_up_to_it_counted() {
        store.append(plays(0, 3)).join();
        store.append(plays(1, 5)).join(); // two of them are duplicates, which take no place
        List<ReceivedPlay> after = new ArrayList<>();
        store.replayAfter("p2", after::addAll);
        assertEquals(plays(3, 5), after);
        assertEquals(
                List.of(1L, 3L, 5L, 0L),
                Stream.of("p0", "p2", "p4", "p5").map(store::countUpTo).toList());
        after.clear();
        store.replayAfter("p4", after::addAll);
        assertEquals(List.of(), after);
    }

    @Test
    void a_play_sent_again_is_a_duplicate_and_one_of_other_values_a_conflict() {
        store.append(List.of(play(1))).join();
        List<ReceivedPlay> others = List.of(
                play(1),
                new ReceivedPlay("p1", 2, 1, 100, 30_000, 1_000),
                new ReceivedPlay("p1", 1, 2, 100, 30_000, 1_000),
                new ReceivedPlay("p1", 1, 1, 101, 30_000, 1_000),
                new ReceivedPlay("p1", 1, 1, 100, 30_001, 1_000),
                new ReceivedPlay("p1", 1, 1, 100, 30_000, 1_001),
                play(2));
        for (int time = 0; time < 2; time++) {
            List<Stored> expected = new ArrayList<>(List.of(Stored.DUPLICATE));
            expected.addAll(Collections.nCopies(5, Stored.CONFLICT));
            expected.add(time == 0 ? Stored.NEW : Stored.DUPLICATE);
            assertEquals(expected, store.append(others).join());
            store.close();
            store = open();
        }
        assertEquals(plays(1, 3), all(store));
    }

    @Test
    void ids_that_are_texts_are_other_ids_than_numbers_written_alike() {
        List<String> hostile = List.of("7", "007", "7.0", "'; DROP TABLE plays; --", "\ud83c\udfac", "a,\"b\"|<i>");
        List<ReceivedPlay> plays = new ArrayList<>();
        plays.add(new ReceivedPlay("n", Id.of(7), Id.of(7), 1, 1, 1));
        for (String text : hostile) {
            Id id = Id.of(text);
            plays.add(new ReceivedPlay("t" + plays.size(), id, id, 1, 1, 1));
        }
        assertEquals(
                Collections.nCopies(plays.size(), Stored.NEW),
                store.append(plays).join());
        ReceivedPlay number = new ReceivedPlay("t1", Id.of(7), Id.of("7"), 1, 1, 1);
        assertEquals(
                List.of(Stored.DUPLICATE, Stored.CONFLICT),
                store.append(List.of(plays.get(1), number)).join());
        List<LiveVideo> videos = List.of(
                new LiveVideo(Id.of(7), "", 0, "", List.of(), false),
                new LiveVideo(Id.of("7"), "text", 0, "", List.of(), false));
        store.keep(videos);
        store.close();
        store = open();
        assertEquals(plays, all(store));
        assertEquals(videos, store.videos());
        assertTrue(store.takesTexts());
    }

    @Test
    void the_same_id_twice_at_once_is_known_the_second_time() {
        ReceivedPlay other = new ReceivedPlay("p1", 9, 9, 9, 9, 9);
        assertEquals(
                List.of(Stored.NEW, Stored.DUPLICATE, Stored.CONFLICT),
                store.append(List.of(play(1), play(1), other)).join());
        assertEquals(List.of(play(1)), all(store));
    }

    @Test
    void the_listener_knows_new_plays_that_are_durable_before_they_are_acknowledged() {
        List<ReceivedPlay> told = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<List<Stored>>> pending = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch appended = new CountDownLatch(1);
        store.listener(plays -> {
            await(appended);
            assertFalse(pending.get(0).isDone());
            assertTrue(all(store).containsAll(plays));
            told.addAll(plays);
        });
        pending.add(store.append(List.of(play(1), play(2), play(1))));
        appended.countDown();
        pending.get(0).join();
        assertEquals(plays(1, 3), told);
        assertEquals(List.of(Stored.DUPLICATE), store.append(List.of(play(2))).join());
        assertEquals(plays(1, 3), told);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupt) {
            throw new IllegalStateException(interrupt);
        }
    }

    @Test
    void of_each_video_the_last_word_is_kept_also_when_it_is_opened_again() {
        LiveVideo first = new LiveVideo(Long.MIN_VALUE, "\ud83c\udfac '\"%", 0, "", List.of(), false);
        LiveVideo second = new LiveVideo(Long.MAX_VALUE, "", Integer.MAX_VALUE, "a,b", List.of(-3L, 9L), false);
        LiveVideo changed = new LiveVideo(Long.MIN_VALUE, "", 5, "c", List.of(1L), true);
        store.keep(List.of(first, second));
        assertEquals(List.of(first, second), store.videos());
        store.keep(List.of(changed));
        assertEquals(List.of(second, changed), store.videos());
        store.append(plays(0, 3)).join();
        store.close();
        store = open();
        assertEquals(List.of(second, changed), store.videos());
        assertEquals(plays(0, 3), all(store));
    }

    @Test
    void what_users_block_is_kept_until_they_take_it_back_also_when_it_is_opened_again() {
        Blocks some = new Blocks(Set.of("7", "\ud83c\udfac '\"%,"), Set.of(7L, Long.MIN_VALUE));
        store.keepBlocks(List.of(
                new BlockChange(Id.of(7), some, true),
                new BlockChange(Id.of("7"), new Blocks(Set.of("a"), Set.of()), true),
                new BlockChange(Id.of(8), new Blocks(Set.of("a"), Set.of(1L)), true),
                new BlockChange(Id.of(8), new Blocks(Set.of("a", "b"), Set.of(1L)), false)));
        assertEquals(Map.of(Id.of(7), some, Id.of("7"), new Blocks(Set.of("a"), Set.of())), store.blocks());
        store.keepBlocks(List.of(
                new BlockChange(Id.of(7), new Blocks(Set.of("7"), Set.of(Long.MIN_VALUE)), false),
                new BlockChange(Id.of(7), new Blocks(Set.of("b"), Set.of(7L)), true)));
        store.append(plays(0, 3)).join();
        store.close();
        store = open();
        assertEquals(
                Map.of(
                        Id.of(7),
                        new Blocks(Set.of("\ud83c\udfac '\"%,", "b"), Set.of(7L)),
                        Id.of("7"),
                        new Blocks(Set.of("a"), Set.of())),
                store.blocks());
        assertEquals(plays(0, 3), all(store));
    }

    @Test
    void many_threads_append_and_each_play_is_new_once_and_told_in_the_order_of_the_replay()
            throws ExecutionException, InterruptedException {
        List<ReceivedPlay> told = new ArrayList<>();
        store.listener(told::addAll);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Long>> counts = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            int size = 1 + thread % 3;
            counts.add(threads.submit(() -> newOnes(size)));
        }
        long count = 0;
        for (Future<Long> each : counts) {
            count += each.get();
        }
        threads.shutdown();
        assertEquals(300, count);
        assertEquals(told, all(store));
        assertEquals(
                plays(0, 300),
                told.stream()
                        .sorted((a, b) -> Long.compare(a.timestampMillis(), b.timestampMillis()))
                        .toList());
    }

    /** Appends all 300 in batches; how many were new to the store. */
    private long newOnes(int batch) {
        long count = 0;
        for (int from = 0; from < 300; from += batch) {
            List<Stored> stored =
                    store.append(plays(from, Math.min(300, from + batch))).join();
            count += stored.stream().filter(Stored.NEW::equals).count();
        }
        return count;
    }

    @Test
    void a_replay_beside_appends_is_a_beginning_of_all_plays() {
        List<CompletableFuture<List<Stored>>> pending = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            pending.add(store.append(List.of(play(number))));
            if (number % 50 == 49) {
                List<ReceivedPlay> now = all(store);
                assertEquals(plays(0, now.size()), now);
            }
        }
        pending.forEach(CompletableFuture::join);
        assertEquals(plays(0, 200), all(store));
    }

    @Test
    void closing_keeps_what_was_appended_and_takes_no_more() {
        CompletableFuture<List<Stored>> last = store.append(plays(0, 100));
        store.close();
        assertEquals(Collections.nCopies(100, Stored.NEW), last.join());
        CompletionException refused = assertThrows(CompletionException.class, () -> store.append(List.of(play(100)))
                .join());
        assertInstanceOf(StoreFailedException.class, refused.getCause());
        store.close();
        store = open();
        assertEquals(plays(0, 100), all(store));
    }

    @Test
    void a_listener_that_throws_stops_the_store_rather_than_let_the_state_differ_from_the_replay() {
        store.listener(plays -> {
            throw new IllegalStateException("a bug");
        });
        for (int time = 0; time < 2; time++) {
            CompletableFuture<List<Stored>> refused = store.append(List.of(play(1)));
            Throwable failure =
                    assertThrows(CompletionException.class, refused::join).getCause();
            assertInstanceOf(StoreFailedException.class, failure);
            assertTrue(failure.getMessage().contains("a bug"), failure::getMessage);
        }
        assertTrue(store.problem().orElse("").contains("start the server again"));
    }
}
