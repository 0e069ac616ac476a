package dev.linger.pipeline.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StepCacheTest {
    private static final Kept<double[]> NUMBERS = Kept.columns((value, out) -> out.doubles(value), in -> in.doubles());

    @TempDir
    private Path folder;

    private final List<String> notes = new ArrayList<>();
    private int made;

    @Test
    void a_value_is_made_once_and_read_by_the_next_program_with_the_same_key() {
        assertEquals(3.5, get(cache("a"), "x"));
        assertEquals(3.5, get(cache("a"), "x"));
        assertEquals(1, made);
        assertEquals(List.of(), notes);
    }

    @Test
    void whatever_determines_a_value_makes_another_key() {
        get(cache("a"), "x");
        get(cache("a"), "y");
        get(cache("b"), "x");
        StepCache cache = cache("a");
        assertNull(cache.find(cache.key("other", "x"), NUMBERS));
        assertEquals(3, made);
    }

    @Test
    void the_state_of_a_training_is_found_until_it_is_let_go() {
        StepCheckpoints states = new StepCheckpoints(cache("a"), cache("a").key("states", 1));
        states.keep("after epoch 2", out -> out.number(7));
        StepCheckpoints again = new StepCheckpoints(cache("a"), cache("a").key("states", 1));
        assertEquals(Optional.of(7), again.find("after epoch 2", in -> in.number()));
        assertEquals(Optional.empty(), again.find("after epoch 3", in -> in.number()));
        StepCheckpoints ofOtherRows = new StepCheckpoints(cache("a"), cache("a").key("states", 2));
        assertEquals(Optional.empty(), ofOtherRows.find("after epoch 2", in -> in.number()));
        again.remove("after epoch 2");
        assertEquals(Optional.empty(), states.find("after epoch 2", in -> in.number()));
        assertEquals(List.of(), CacheFolder.entries(folder));
        assertFalse(new StepCheckpoints(StepCache.NONE, CacheKey.NONE).areKept());
    }

    @Test
    void parts_are_told_apart_by_where_they_end() {
        StepCache cache = cache("a");
        assertNotEquals(cache.key("s", "ab", "c"), cache.key("s", "a", "bc"));
        assertNotEquals(cache.key("s", "a\n1 b"), cache.key("s", "a", "b"));
        assertEquals(cache.key("s", "a").then("t", 1), cache.key("s", "a").then("t", 1));
        assertNotEquals(cache.key("s", "a").then("t", 1), cache.key("s", "b").then("t", 1));
    }

    @Test
    void an_entry_with_one_other_byte_is_said_removed_and_made_again() throws IOException {
        get(cache("a"), "x");
        Path file = entry().resolve("value/value");
        byte[] bytes = Files.readAllBytes(file);
        bytes[9] ^= 1;
        Files.write(file, bytes);
        assertEquals(3.5, get(cache("a"), "x"));
        assertEquals(2, made);
        assertEquals(1, notes.size());
        assertTrue(
                notes.get(0).contains("removed and made again") && notes.get(0).contains("SHA-256"), notes.get(0));
        assertEquals("", CacheFolder.entries(folder).get(0).damage());
    }

    @Test
    void so_is_one_that_lacks_a_file_or_is_of_another_key() throws IOException {
        get(cache("a"), "x");
        Path first = entry();
        Files.delete(first.resolve("value/value"));
        assertTrue(CacheFolder.entries(folder).get(0).damage().contains("lacks its file value/value"));
        get(cache("a"), "x");
        StepCache cache = cache("a");
        Files.move(first, folder.resolve(cache.key("step", "y").folder()));
        get(cache, "y");
        assertEquals(3, made);
        assertTrue(notes.get(1).contains("it is of another key"), notes.get(1));
    }

    @Test
    void what_it_took_is_what_is_saved_and_made_of_others_counts_once() {
        StepCache first = cache("a");
        first.keep(first.key("inner"), NUMBERS, new double[0], 30);
        first.get(first.key("outer"), NUMBERS, () -> first.find(first.key("inner"), NUMBERS));
        assertEquals(30, first.takeSaved(), 0.5);
        assertEquals(0, first.takeSaved());
        StepCache second = cache("a");
        second.find(second.key("outer"), NUMBERS);
        second.uncounted().find(second.key("inner"), NUMBERS);
        assertEquals(30, second.takeSaved(), 0.5);
    }

    @Test
    void beyond_a_size_those_used_longest_ago_go_first() throws IOException {
        for (String part : List.of("x", "y", "z")) {
            get(cache("a"), part);
        }
        List<CacheFolder.Entry> entries = CacheFolder.entries(folder);
        long one = entries.get(0).bytes();
        for (int at = 0; at < 3; at++) {
            Files.setLastModifiedTime(
                    entries.get(at).path().resolve("SHA256SUMS"), FileTime.from(Instant.ofEpochSecond(100L * at)));
        }
        get(cache("a"), "x"); // used now
        assertEquals(3, made);
        assertEquals(1, CacheFolder.prune(folder, 2 * one).size());
        get(cache("a"), "x");
        assertEquals(3, made);
        assertEquals(2, CacheFolder.prune(folder, 0).size());
        assertEquals(List.of(), CacheFolder.entries(folder));
    }

    @Test
    void a_folder_that_cannot_be_written_stops_nothing_and_is_said_once() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        StepCache cache = StepCache.in(file, List.of("a"), notes::add);
        assertEquals(3.5, get(cache, "x"));
        assertEquals(3.5, get(cache, "y"));
        assertEquals(1, notes.size());
        assertTrue(notes.get(0).startsWith("cache: nothing more can be kept in "), notes.get(0));
    }

    @Test
    void nothing_is_kept_where_there_is_no_cache() throws IOException {
        get(StepCache.NONE, "x");
        get(StepCache.NONE, "x");
        assertEquals(2, made);
    }

    @Test
    void what_is_made_wrong_on_purpose_is_shared_with_no_other_run_whatever_the_key() {
        StepCache honest = cache("a");
        StepCache leaky = honest.under("leak");
        CacheKey key = honest.key("step", "x");
        leaky.keep(key, NUMBERS, new double[] {9}, 1);
        assertNull(honest.find(key, NUMBERS));
        assertNull(honest.under("shuffled").find(key, NUMBERS));
        assertEquals(9, leaky.uncounted().find(key, NUMBERS)[0]);
        honest.keep(key, NUMBERS, new double[] {3}, 1);
        assertEquals(9, cache("a").under("leak").find(key, NUMBERS)[0]);
        assertEquals(3, leaky.under("").find(key, NUMBERS)[0]);
        assertNotEquals(key, leaky.key("step", "x"));
    }

    private double get(StepCache cache, String part) {
        return cache.get(cache.key("step", part), NUMBERS, () -> {
            made++;
            return new double[] {3.5};
        })[0];
    }

    private StepCache cache(String common) {
        return StepCache.in(folder, List.of(common), notes::add);
    }

    private Path entry() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findFirst().orElseThrow();
        }
    }
}
