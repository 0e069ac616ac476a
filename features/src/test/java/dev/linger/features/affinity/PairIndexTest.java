package dev.linger.features.affinity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.AttributeColumn;
import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.ItemTable;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairIndexTest {
    private static final int USERS = 9;
    private static final int ITEMS = 12;
    private static final int TAGS = 5;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 40, 400})
    void every_pair_played_has_a_number_of_its_own_and_no_other_pair_has_one(int rows) {
        SplittableRandom random = new SplittableRandom(rows);
        int[][] tags = new int[ITEMS][];
        for (int item = 0; item < ITEMS; item++) {
            tags[item] =
                    random.ints(random.nextInt(4), 0, TAGS).distinct().sorted().toArray();
        }
        ItemValues values = ItemValues.tags(new ItemTable(new int[ITEMS], new float[ITEMS], tags, TAGS, List.of()));
        InteractionLog log = log(random, rows);
        Set<Integer> played = new HashSet<>();
        for (int row = 0; row < rows; row++) {
            for (int tag : tags[log.item(row)]) {
                played.add(log.user(row) * TAGS + tag);
            }
        }
        PairIndex pairs = PairIndex.of(log, USERS, values, USERS * TAGS - 1);
        assertEquals(played.size(), pairs.size());
        BitSet numbers = new BitSet();
        for (int pair = 0; pair < USERS * TAGS; pair++) {
            int found = pairs.find(pair / TAGS, pair % TAGS);
            assertEquals(played.contains(pair), found != PairIndex.NONE);
            if (found != PairIndex.NONE) {
                assertTrue(found < pairs.size());
                numbers.set(found);
            }
        }
        assertEquals(pairs.size(), numbers.cardinality());
        assertPairsOfPlays(log, values, pairs);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 40, 400})
    void the_pair_of_a_play_is_the_one_that_is_found(int rows) {
        SplittableRandom random = new SplittableRandom(rows + 7);
        InteractionLog log = log(random, rows);
        ItemValues items = ItemValues.items(ITEMS);
        assertPairsOfPlays(log, items, PairIndex.of(log, USERS, items, 0));
        int[] authors = random.ints(ITEMS, -1, 4).toArray(); // -1: an item without author
        ItemTable table = new ItemTable(
                new int[ITEMS],
                new float[ITEMS],
                new int[ITEMS][],
                0,
                List.of(new AttributeColumn.Category("author", authors, List.of("a", "b", "c", "d"))));
        ItemValues ofAuthors = ItemValues.category(table, "author");
        assertPairsOfPlays(log, ofAuthors, PairIndex.of(log, USERS, ofAuthors, 0));
    }

    @Test
    void where_there_can_be_few_pairs_each_has_a_number_played_or_not() {
        InteractionLog log = log(new SplittableRandom(3), 5);
        PairIndex pairs = PairIndex.of(log, USERS, ItemValues.items(ITEMS), USERS * ITEMS);
        assertEquals(USERS * ITEMS, pairs.size());
        BitSet numbers = new BitSet();
        for (int pair = 0; pair < USERS * ITEMS; pair++) {
            numbers.set(pairs.find(pair / ITEMS, pair % ITEMS));
        }
        assertEquals(pairs.size(), numbers.cardinality());
        assertPairsOfPlays(log, ItemValues.items(ITEMS), pairs);
    }

    private static InteractionLog log(SplittableRandom random, int rows) {
        InteractionLogBuilder builder = new InteractionLogBuilder(ZoneOffset.UTC, rows);
        for (int row = 0; row < rows; row++) {
            // The last user has no plays.
            builder.add(random.nextInt(USERS - 1), random.nextInt(ITEMS), 1, 1, random.nextInt(1_000));
        }
        return builder.build();
    }

    private static void assertPairsOfPlays(InteractionLog log, ItemValues values, PairIndex pairs) {
        for (int row = 0; row < log.size(); row++) {
            for (int at = values.first(log.item(row)); at < values.first(log.item(row) + 1); at++) {
                assertEquals(
                        pairs.find(log.user(row), values.value(at)),
                        pairs.ofPlay(row, log.user(row), values.value(at)));
            }
        }
    }

    @Test
    void a_value_that_no_item_has_has_no_number() {
        InteractionLogBuilder builder = new InteractionLogBuilder(ZoneOffset.UTC, 1);
        builder.add(0, 1, 1, 1, 0);
        PairIndex pairs = PairIndex.of(builder.build(), 2, ItemValues.items(3), 0);
        assertEquals(1, pairs.size());
        assertEquals(0, pairs.find(0, 1));
        assertEquals(PairIndex.NONE, pairs.find(0, 2));
        assertEquals(PairIndex.NONE, pairs.find(1, 1));
    }
}
