package dev.linger.candidates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeenItemsTest {
    private final InteractionLog log = new Plays()
            .add(2, 4, 1)
            .add(0, 3, 1)
            .add(2, 1, 0)
            .add(2, 4, 1)
            .add(0, 4, 1)
            .log();

    @Test
    void a_user_has_seen_each_item_played_once_in_order_of_items() {
        SeenItems seen = SeenItems.of(log, 4);

        assertEquals(4, seen.userCount());
        assertEquals(List.of(3, 4), itemsOf(seen, 0));
        assertEquals(List.of(), itemsOf(seen, 1));
        assertEquals(List.of(1, 4), itemsOf(seen, 2));
        assertEquals(List.of(), itemsOf(seen, 3));
    }

    @Test
    void contains_asks_for_one_user_only() {
        SeenItems seen = SeenItems.of(log, 4);

        assertTrue(seen.contains(0, 3));
        assertFalse(seen.contains(2, 3));
        assertFalse(seen.contains(1, 3));
        assertFalse(seen.contains(0, 9));
    }

    @Test
    void the_same_item_last_of_one_user_and_first_of_the_next_counts_for_both() {
        SeenItems seen = SeenItems.of(new Plays().add(0, 5, 1).add(1, 5, 1).log(), 2);

        assertTrue(seen.contains(0, 5));
        assertTrue(seen.contains(1, 5));
    }

    @Test
    void more_pairs_join_those_played_each_once_in_order_of_items() {
        int users = 12;
        int items = 30;
        InteractionLog plays = Plays.random(users, items, 100, 8);
        SplittableRandom random = new Seed(8).stream("more pairs");
        int[] user = random.ints(80, 0, users).toArray();
        int[] item = random.ints(80, 0, items).toArray();
        List<TreeSet<Integer>> expected =
                Stream.generate(TreeSet<Integer>::new).limit(users).toList();
        for (int row = 0; row < plays.size(); row++) {
            expected.get(plays.user(row)).add(plays.item(row));
        }
        for (int at = 0; at < user.length; at++) {
            expected.get(user[at]).add(item[at]);
        }

        int[][] more = IntStream.range(0, users)
                .mapToObj(of -> IntStream.range(0, user.length)
                        .filter(at -> user[at] == of)
                        .map(at -> item[at])
                        .sorted()
                        .distinct()
                        .toArray())
                .toArray(int[][]::new);

        SeenItems seen = SeenItems.of(plays, users).with(SparsePattern.of(more));

        assertEquals(users, seen.userCount());
        for (int of = 0; of < users; of++) {
            assertEquals(List.copyOf(expected.get(of)), itemsOf(seen, of), "user " + of);
            for (int asked = 0; asked < items; asked++) {
                assertEquals(expected.get(of).contains(asked), seen.contains(of, asked), of + " " + asked);
            }
        }
    }

    @Test
    void what_was_last_played_before_an_instant_is_not_seen_since() throws IOException {
        int users = 9;
        InteractionLog plays = Plays.random(users, 25, 150, 3);
        SeenItems all = SeenItems.withTimes(PairPlays.of(plays, users, Workers.ofCaller()));
        for (int from : new int[] {0, 1, 60, 149, 150}) {
            long instant = from < 150 ? plays.timestampMillis(from) : plays.timestampMillis(149) + 1;
            int first = plays.firstRowAtOrAfter(instant);
            SeenItems expected = SeenItems.of(plays.slice(first, plays.size()), users);
            SeenItems since = all.since(instant);
            for (int user = 0; user < users; user++) {
                assertEquals(itemsOf(expected, user), itemsOf(since, user), "user " + user + " since play " + from);
            }
        }
        assertEquals(
                itemsOf(SeenItems.of(plays, users), 2),
                itemsOf(SeenItems.of(plays, users).since(Long.MAX_VALUE), 2));
    }

    @Test
    void pairs_that_joined_stay_seen_whatever_the_time() {
        SeenItems seen = SeenItems.withTimes(PairPlays.of(log, 4, Workers.ofCaller()))
                .with(SparsePattern.of(new int[][] {{1}, {}, {5}, {}}));

        assertEquals(List.of(1, 3, 4), itemsOf(seen, 0));
        assertArrayEquals(new int[] {1}, seen.items(0, Long.MAX_VALUE));
        assertEquals(List.of(1), itemsOf(seen.since(Long.MAX_VALUE), 0));
        assertEquals(List.of(5), itemsOf(seen.since(Long.MAX_VALUE), 2));
    }

    @Test
    void times_are_read_as_they_were_written(@TempDir Path folder) throws IOException {
        SeenItems seen = SeenItems.withTimes(PairPlays.of(log, 4, Workers.ofCaller()));
        ModelWriter writer = ModelWriter.create(folder.resolve("model"));
        writer.columns("seen", seen::write);
        writer.columns("times", seen::writeTimes);
        writer.finish();
        ModelReader reader = ModelReader.open(folder.resolve("model"));
        SeenItems plain = reader.columns("seen", in -> SeenItems.read(in, 4, 6));

        SeenItems read = reader.columns("times", plain::readTimes);

        for (int row = 0; row < log.size(); row++) {
            assertArrayEquals(
                    seen.items(2, log.timestampMillis(row)), read.items(2, log.timestampMillis(row)), "row " + row);
        }
        assertThrows(InputException.class, () -> reader.columns("times", SeenItems.of(log.slice(0, 2), 4)::readTimes));
    }

    @Test
    void no_pairs_change_nothing() {
        SeenItems seen = SeenItems.of(log, 4).with(SparsePattern.of(new int[4][0]));

        assertEquals(List.of(3, 4), itemsOf(seen, 0));
        assertEquals(List.of(), itemsOf(seen, 1));
    }

    private static List<Integer> itemsOf(SeenItems seen, int user) {
        return IntStream.of(seen.items(user)).boxed().toList();
    }

    @Test
    void seen_items_and_universe_are_read_as_they_were_written(@TempDir Path folder) throws IOException {
        SeenItems seen = SeenItems.of(log, 4).with(SparsePattern.of(new int[][] {{4, 5}, {}, {}, {0}}));
        Universe universe = Universe.playedIn(log, 6);
        ModelWriter writer = ModelWriter.create(folder.resolve("model"));
        writer.columns("seen", seen::write);
        writer.columns("universe", universe::write);
        writer.finish();
        ModelReader reader = ModelReader.open(folder.resolve("model"));

        SeenItems readSeen = reader.columns("seen", in -> SeenItems.read(in, 4, 6));
        Universe readUniverse = reader.columns("universe", in -> Universe.read(in, 6));

        for (int user = 0; user < 4; user++) {
            assertEquals(itemsOf(seen, user), itemsOf(readSeen, user));
        }
        assertEquals(universe.size(), readUniverse.size());
        for (int item = 0; item < 6; item++) {
            assertEquals(universe.contains(item), readUniverse.contains(item));
        }
        assertThrows(InputException.class, () -> reader.columns("seen", in -> SeenItems.read(in, 5, 6)));
        assertThrows(InputException.class, () -> reader.columns("seen", in -> SeenItems.read(in, 4, 4)));
        assertThrows(InputException.class, () -> reader.columns("universe", in -> Universe.read(in, 7)));
    }

    @Test
    void the_universe_holds_the_items_played() {
        Universe universe = Universe.playedIn(log, 6);

        assertEquals(3, universe.size());
        assertEquals(6, universe.itemCount());
        assertTrue(universe.contains(1));
        assertFalse(universe.contains(0));
        assertFalse(universe.contains(5));
    }

    @Test
    void items_known_otherwise_join_the_universe_and_none_leaves_it() {
        Universe played = Universe.playedIn(log, 6);
        Universe known = played.with(item -> item == 0 || item == 4);

        // Played are 1, 3 and 4; item 4 is known both ways and counts once.
        assertEquals(4, known.size());
        assertEquals(6, known.itemCount());
        for (int item = 0; item < 6; item++) {
            assertEquals(item != 2 && item != 5, known.contains(item), "item " + item);
        }
        assertEquals(3, played.size(), "the universe it was made of stays as it was");
        assertFalse(played.contains(0));
    }
}
