package dev.linger.features.affinity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        InteractionLogBuilder builder = new InteractionLogBuilder(ZoneOffset.UTC, rows);
        Set<Integer> played = new HashSet<>();
        for (int row = 0; row < rows; row++) {
            int user = random.nextInt(USERS - 1); // the last user has no plays
            int item = random.nextInt(ITEMS);
            builder.add(user, item, 1, 1, random.nextInt(1_000));
            for (int tag : tags[item]) {
                played.add(user * TAGS + tag);
            }
        }
        ItemTable table = new ItemTable(new int[ITEMS], new float[ITEMS], tags, TAGS, List.of());
        PairIndex pairs = PairIndex.of(builder.build(), USERS, ItemValues.tags(table));
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
    }

    @Test
    void a_value_that_no_item_has_has_no_number() {
        InteractionLogBuilder builder = new InteractionLogBuilder(ZoneOffset.UTC, 1);
        builder.add(0, 1, 1, 1, 0);
        PairIndex pairs = PairIndex.of(builder.build(), 2, ItemValues.items(3));
        assertEquals(1, pairs.size());
        assertEquals(0, pairs.find(0, 1));
        assertEquals(PairIndex.NONE, pairs.find(0, 2));
        assertEquals(PairIndex.NONE, pairs.find(1, 1));
    }
}
