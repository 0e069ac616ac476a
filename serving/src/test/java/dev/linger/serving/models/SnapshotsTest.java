package dev.linger.serving.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.store.UnfinishedWork;
import dev.linger.serving.TinyModel;
import dev.linger.serving.store.InMemoryPlayStore;
import dev.linger.serving.store.ReceivedPlay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SnapshotsTest {
    private static final int EVERY = 50;

    @TempDir
    private static Path models;

    private static Path may;

    @TempDir
    private Path out;

    private final InMemoryPlayStore store = new InMemoryPlayStore();
    private final List<String> told = new ArrayList<>();
    private Path folder = Path.of("");

    @BeforeAll
    static void fit() {
        may = TinyModel.write(models.resolve("may"), 1);
    }

    @BeforeEach
    void name() {
        folder = out.resolve("snapshots");
    }

    private Snapshots snapshots() {
        return new Snapshots(folder, store, EVERY, (where, failure) -> told.add(String.valueOf(failure.getMessage())));
    }

    /** Every 40 minutes, some late and some of before the fit; the last users and videos are new. */
    private static ReceivedPlay play(int number) {
        long minutes = number % 17 == 5 ? -number : 40L * number - (number % 9 == 2 ? 3_000 : 0);
        return new ReceivedPlay(
                "play-" + number,
                TinyModel.USER + number % (TinyModel.USERS + 3),
                TinyModel.VIDEO + number * 7 % (TinyModel.VIDEOS + 2),
                number % 13 * 1_500,
                10_000,
                TinyModel.AS_OF.toEpochMilli() + 60_000 * minutes);
    }

    private static List<ReceivedPlay> plays(int from, int to) {
        return IntStream.range(from, to).mapToObj(SnapshotsTest::play).toList();
    }

    /** A server that is told of plays and ends; it writes a snapshot where enough have come. */
    private void serve(Path model, int from, int to) {
        try (Snapshots snapshots = snapshots()) {
            new Models(store, snapshots, snapshots.load(model), Optional.empty(), (of, what) -> {});
            store.append(plays(from, to)).join();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static String digits(Path model) {
        return ModelName.first(ModelName.digest(model));
    }

    /** What a server that starts now knows is what it knows that is told of all plays one by one. */
    private void assertKnown(Path model, int count) throws IOException {
        try (Snapshots snapshots = snapshots()) {
            LearnedModel started = LearnedModel.asServed(model, store, snapshots);
            LearnedModel replayed = LearnedModel.oneByOne(model, plays(0, count), List.of());
            Path files = Files.createTempDirectory(out, "features");
            assertEquals(
                    replayed.digestsOfFeatures(files.resolve("replayed")),
                    started.digestsOfFeatures(files.resolve("started")));
            long atMillis = TinyModel.AS_OF.plus(40, ChronoUnit.DAYS).toEpochMilli();
            for (long user = TinyModel.USER; user < TinyModel.USER + TinyModel.USERS + 4; user++) {
                assertEquals(replayed.list(user, 20, 10, atMillis, ""), started.list(user, 20, 10, atMillis, ""));
            }
        }
    }

    @Test
    void a_start_with_a_snapshot_and_the_rest_of_the_plays_knows_what_a_replay_knows() throws IOException {
        serve(may, 0, 70);
        assertEquals(List.of(digits(may) + "-000000000000070"), names());
        assertKnown(may, 70);
        serve(may, 70, 73); // too few for another
        assertEquals(List.of(digits(may) + "-000000000000070"), names());
        assertKnown(may, 73);
        serve(may, 73, 400);
        assertEquals(List.of(digits(may) + "-000000000000400"), names());
        assertKnown(may, 400);
        assertEquals(List.of(), told);
    }

    @Test
    void a_snapshot_is_taken_and_learned_on_from_where_it_ends() {
        serve(may, 0, 60);
        try (Snapshots snapshots = snapshots()) {
            ServedModel model = snapshots.load(may);
            assertEquals(60, model.resumed().orElseThrow().plays());
            assertEquals("play-59", model.resumed().orElseThrow().last());
            List<Integer> learned = new ArrayList<>();
            store.append(plays(60, 64)).join();
            Models started =
                    new Models(store, snapshots, model, Optional.empty(), (of, what) -> learned.add(learned.size()));
            assertEquals(4, learned.size());
            assertEquals(64, started.position());
            assertEquals(60, snapshots.plays());
        }
    }

    @Test
    void of_two_models_each_goes_on_from_its_own() throws IOException {
        Path june = TinyModel.write(models.resolve("june"), 2);
        serve(may, 0, 60);
        try (Snapshots snapshots = snapshots()) {
            ServedModel current = snapshots.load(may);
            SecondModel beside = new SecondModel(snapshots.load(june), 0);
            new Models(store, snapshots, current, Optional.of(beside), (of, what) -> {});
            assertEquals(current.observed(), beside.model().observed());
            store.append(plays(60, 120)).join();
        }
        assertEquals(
                Stream.of(may, june)
                        .map(model -> digits(model) + "-000000000000120")
                        .sorted()
                        .toList(),
                names());
        assertKnown(may, 120);
        assertKnown(june, 120);
    }

    @Test
    void a_damaged_one_is_told_passed_over_and_replaced() throws IOException {
        serve(may, 0, 60);
        Path damaged = folder.resolve(names().get(0)).resolve("observed");
        Files.write(damaged, new byte[] {1}, StandardOpenOption.APPEND);
        assertKnown(may, 60);
        assertEquals(1, told.size());
        assertTrue(told.get(0).contains("is passed over: " + damaged + ": not as it was written"), told.get(0));
        assertTrue(told.get(0).lines().count() == 1, told.get(0));
        serve(may, 60, 90);
        assertEquals(List.of(digits(may) + "-000000000000090"), names());
        told.clear();
        assertKnown(may, 90);
        assertEquals(List.of(), told);
    }

    @Test
    void one_without_its_digests_is_told_and_passed_over() throws IOException {
        serve(may, 0, 60);
        Files.delete(folder.resolve(names().get(0)).resolve("SHA256SUMS"));
        assertKnown(may, 60);
        assertTrue(told.get(0).contains("there is no SHA256SUMS in it"), told.get(0));
    }

    @Test
    void one_of_another_model_is_told_passed_over_and_gone_with_the_next() throws IOException {
        serve(may, 0, 60);
        Path june = TinyModel.write(models.resolve("july"), 3);
        assertKnown(june, 60);
        assertEquals(
                List.of("the snapshot " + digits(may)
                        + "-000000000000060 is passed over: it is of a model that does not"
                        + " serve; the next snapshot takes its place"),
                told);
        assertEquals(List.of(digits(june) + "-000000000000060"), names());
    }

    @Test
    void one_of_another_store_is_told_and_passed_over() throws IOException {
        serve(may, 0, 60);
        InMemoryPlayStore other = new InMemoryPlayStore();
        other.append(plays(59, 60)).join(); // has the last play, and not those before it
        try (Snapshots snapshots =
                new Snapshots(folder, other, EVERY, (where, failure) -> told.add(failure.getMessage()))) {
            assertEquals(Optional.empty(), snapshots.load(may).resumed());
        }
        assertTrue(told.get(0).contains("it is of other plays than those of the store"), told.get(0));
    }

    @Test
    void a_model_that_was_replaced_in_its_folder_gets_none() throws IOException {
        Path model = TinyModel.write(out.resolve("model"), 1);
        try (Snapshots snapshots = snapshots()) {
            new Models(store, snapshots, snapshots.load(model), Optional.empty(), (of, what) -> {});
            store.append(plays(0, 10)).join();
            UnfinishedWork.deleteTree(model);
            TinyModel.write(model, 2);
        }
        assertEquals(1, told.size());
        assertTrue(told.get(0).contains("is not the model any more that was loaded from it"), told.get(0));
        assertFalse(Files.exists(folder));
    }
}
