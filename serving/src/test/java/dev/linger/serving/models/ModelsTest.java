package dev.linger.serving.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.Id;
import dev.linger.recommender.filter.Blocks;
import dev.linger.recommender.live.LiveVideo;
import dev.linger.recommender.live.Observed;
import dev.linger.serving.TinyModel;
import dev.linger.serving.store.BlockChange;
import dev.linger.serving.store.InMemoryPlayStore;
import dev.linger.serving.store.PlayStore;
import dev.linger.serving.store.ReceivedPlay;
import dev.linger.serving.store.Stored;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelsTest {
    @TempDir
    private static Path folder;

    private static Path may;

    @BeforeAll
    static void fit() {
        may = TinyModel.write(folder.resolve("may"), 1);
    }

    private static ReceivedPlay play(int number) {
        return new ReceivedPlay(
                "p" + number,
                TinyModel.USER + number,
                TinyModel.VIDEO + number,
                5,
                10,
                TinyModel.AS_OF.toEpochMilli() + number);
    }

    /** Its replay sees a play that is durable and of which the listener is told after it; another one comes after that. */
    private static final class OverlappingStore implements PlayStore {
        private final InMemoryPlayStore plays = new InMemoryPlayStore();
        private final List<ReceivedPlay> told = new ArrayList<>();
        private Consumer<List<ReceivedPlay>> listener = some -> {};
        private boolean isOverlapping;

        @Override
        public CompletableFuture<List<Stored>> append(List<ReceivedPlay> some) {
            told.addAll(some);
            CompletableFuture<List<Stored>> stored = plays.append(some);
            if (!isOverlapping) {
                listener.accept(some);
            }
            return stored;
        }

        @Override
        public void replay(Consumer<List<ReceivedPlay>> each) {
            if (isOverlapping) {
                append(List.of(play(2))).join();
                plays.replay(each);
                listener.accept(List.of(play(2)));
                isOverlapping = false;
                append(List.of(play(3))).join();
            } else {
                plays.replay(each);
            }
        }

        @Override
        public void replayAfter(String id, Consumer<List<ReceivedPlay>> each) {
            plays.replayAfter(id, each);
        }

        @Override
        public long countUpTo(String id) {
            return plays.countUpTo(id);
        }

        @Override
        public void keep(List<LiveVideo> videos) {
            plays.keep(videos);
        }

        @Override
        public List<LiveVideo> videos() {
            return plays.videos();
        }

        @Override
        public void keepBlocks(List<BlockChange> changes) {
            plays.keepBlocks(changes);
        }

        @Override
        public Map<Id, Blocks> blocks() {
            return plays.blocks();
        }

        @Override
        public void listener(Consumer<List<ReceivedPlay>> committed) {
            listener = committed;
        }

        @Override
        public Optional<String> problem() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    @Test
    void a_model_that_joins_while_plays_are_stored_is_given_each_once() {
        OverlappingStore store = new OverlappingStore();
        Models models = new Models(
                store, LearnedModel.noSnapshots(store), ServedModel.load(may), Optional.empty(), (model, what) -> {});
        store.append(List.of(play(0), play(1))).join();
        ServedModel next = ServedModel.load(may);
        store.isOverlapping = true;
        models.replace(next, model -> {});
        store.append(List.of(play(4))).join();
        assertEquals(5, store.told.size());
        assertEquals(5, next.observed());
        assertEquals(5, models.previous().orElseThrow().observed());
        assertEquals(5, models.position());
    }

    @Test
    void a_model_that_cannot_be_warmed_does_not_serve_and_is_let_go() {
        InMemoryPlayStore store = new InMemoryPlayStore();
        ServedModel first = ServedModel.load(may);
        Models models =
                new Models(store, LearnedModel.noSnapshots(store), first, Optional.empty(), (model, what) -> {});
        ServedModel bad = ServedModel.load(may);
        assertThrows(
                IllegalStateException.class,
                () -> models.replace(bad, model -> {
                    throw new IllegalStateException("cold");
                }));
        store.append(List.of(play(0))).join();
        assertEquals(first, models.current());
        assertEquals(0, bad.observed());
        assertEquals(1, first.observed());
    }

    @Test
    void plays_before_the_end_of_a_models_log_are_passed_over_by_it() {
        InMemoryPlayStore store = new InMemoryPlayStore();
        ReceivedPlay late = play(0);
        ReceivedPlay early =
                new ReceivedPlay("old", late.userId(), late.itemId(), 5, 10, TinyModel.AS_OF.toEpochMilli() - 1);
        store.append(List.of(early, late)).join();
        ServedModel model = ServedModel.load(may);
        Models models = new Models(
                store,
                LearnedModel.noSnapshots(store),
                model,
                Optional.empty(),
                (of, what) -> assertEquals(Observed.COUNTED, what));
        assertEquals(2, models.position());
        assertEquals(1, model.observed());
    }

    /** Three plays a second, some of them late by minutes, of a few videos; the fallback's list follows the counts. */
    private static ReceivedPlay often(int number) {
        long millis = number % 7 == 3 ? -200_000L + 1_000_000 : 1_000_000 + 333L * number;
        return new ReceivedPlay(
                "o" + number,
                TinyModel.USER + number % 5,
                TinyModel.VIDEO + number * number % 11,
                9_000,
                10_000,
                TinyModel.AS_OF.toEpochMilli() + millis);
    }

    @Test
    void plays_at_once_are_counted_up_to_the_second_up_to_which_they_are_one_by_one() {
        long stranger = TinyModel.USER + TinyModel.USERS;
        long atMillis = TinyModel.AS_OF.plus(1, ChronoUnit.DAYS).toEpochMilli();
        for (int count = 1; count < 24; count++) {
            List<ReceivedPlay> plays =
                    IntStream.range(0, count).mapToObj(ModelsTest::often).toList();
            assertEquals(
                    LearnedModel.oneByOne(may, plays, List.of()).list(stranger, 20, 0, atMillis, ""),
                    LearnedModel.asServed(may, plays, List.of()).list(stranger, 20, 0, atMillis, ""));
        }
    }

    @Test
    void users_are_split_evenly() {
        assertEquals(
                0.3,
                LongStream.range(0, 100_000)
                                .filter(user -> Models.uniform(Id.of(user)) < 0.3)
                                .count()
                        / 1e5,
                0.005);
    }
}
