package dev.linger.candidates.union;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.RankedList;
import dev.linger.data.Seed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandidateUnionTest {
    private final List<RankedList> lists = List.of(list(1, 2, 3, 4, 5), list(2, 1, 6, 3, 7), list(8, 2, 6));

    @Test
    void each_source_gives_its_quota_of_items_not_given_before() {
        MergedCandidates merged = union(2, 2, 1).merge(lists, 5);

        // 1 2 of the first; the second passes over 2 and 1 to 6 and 3; 8 of the third
        assertEquals(9, merged.user());
        assertArrayEquals(new int[] {1, 2, 6, 3, 8}, merged.items());
        assertArrayEquals(new int[] {0, 0, 1, 1, 2}, merged.source());
    }

    @Test
    void the_lists_that_have_an_item_among_their_best_are_counted() {
        assertArrayEquals(
                new int[] {2, 3, 2, 2, 1}, union(2, 2, 1).merge(lists, 5).foundBy());
        // At 3, item 3 is in the first list alone, fourth in the second; order of taking: 1 2 of the first, 6.
        MergedCandidates three = union(2, 1, 0).merge(lists, 3);
        assertArrayEquals(new int[] {1, 2, 6}, three.items());
        assertArrayEquals(new int[] {2, 3, 2}, three.foundBy());
    }

    @Test
    void what_quotas_leave_open_is_filled_by_the_sources_in_turn() {
        MergedCandidates merged = union(1, 0, 1).merge(lists, 7);

        // 1, 8; then in turn: 2 of the first, 6 of the second, none left of the third; 3, 7; 4 reaches the limit
        assertArrayEquals(new int[] {1, 8, 2, 6, 3, 7, 4}, merged.items());
        assertArrayEquals(new int[] {0, 2, 0, 1, 0, 1, 0}, merged.source());
    }

    @Test
    void a_source_that_ends_before_its_quota_leaves_room_for_the_others() {
        MergedCandidates merged = union(1, 0, 4).merge(lists, 6);

        assertArrayEquals(new int[] {1, 8, 2, 6, 3, 7}, merged.items());
    }

    @Test
    void all_items_stand_in_the_list_where_they_are_fewer_than_the_limit() {
        assertEquals(8, union(0, 0, 0).merge(lists, 100).size());
        assertEquals(0, union(3).merge(List.of(list()), 3).size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20, 60})
    void a_merge_is_what_sets_and_loops_give(int limit) {
        SplittableRandom random = new Seed(limit).stream("union");
        for (int round = 0; round < 50; round++) {
            List<RankedList> random3 = List.of(random(random), random(random), random(random));
            int first = random.nextInt(limit + 1);
            int second = random.nextInt(limit - first + 1);
            int[] quotas = {first, second, random.nextInt(limit - first - second + 1)};

            MergedCandidates merged = union(quotas).merge(random3, limit);

            Map<Integer, Integer> expected = slow(random3, quotas, limit);
            assertArrayEquals(toArray(expected.keySet()), merged.items());
            assertArrayEquals(toArray(expected.values()), merged.source());
            List<RankedList> heads =
                    random3.stream().map(list -> list.top(limit)).toList();
            MergedCandidates ofHeads = union(quotas).merge(heads, limit);
            assertArrayEquals(merged.items(), ofHeads.items()); // no list is read beyond its best
            assertArrayEquals(merged.foundBy(), ofHeads.foundBy());
            assertTrue(IntStream.of(merged.foundBy()).allMatch(count -> count >= 1));
        }
    }

    @Test
    void what_does_not_fit_together_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> union());
        assertThrows(IllegalArgumentException.class, () -> union(1, -1));
        assertThrows(IllegalArgumentException.class, () -> union(1, 1).merge(lists, 5));
        assertThrows(IllegalArgumentException.class, () -> union(2, 2, 2).merge(lists, 5));
        assertThrows(IllegalArgumentException.class, () -> union(0).merge(List.of(list(1)), 0));
        List<RankedList> twoUsers = List.of(list(1), new RankedList(3, new int[0], new double[0]));
        assertThrows(IllegalArgumentException.class, () -> union(1, 1).merge(twoUsers, 5));
    }

    /** The rule as it reads: item -> source, in the order of taking. */
    private static Map<Integer, Integer> slow(List<RankedList> lists, int[] quotas, int limit) {
        Map<Integer, Integer> taken = new LinkedHashMap<>();
        for (int source = 0; source < quotas.length; source++) {
            int given = 0;
            for (int item : lists.get(source).items()) {
                if (given < quotas[source] && taken.putIfAbsent(item, source) == null) {
                    given++;
                }
            }
        }
        List<List<Integer>> left = new ArrayList<>();
        lists.forEach(list ->
                left.add(new ArrayList<>(IntStream.of(list.items()).boxed().toList())));
        for (int turn = 0; turn < 1_000 && taken.size() < limit; turn++) {
            List<Integer> of = left.get(turn % left.size());
            of.removeIf(taken::containsKey);
            if (!of.isEmpty()) {
                taken.put(of.remove(0), turn % left.size());
            }
        }
        return taken;
    }

    private static int[] toArray(Iterable<Integer> values) {
        List<Integer> list = new ArrayList<>();
        values.forEach(list::add);
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private static RankedList random(SplittableRandom random) {
        return list(random.ints(0, 30).distinct().limit(random.nextInt(25)).toArray());
    }

    static CandidateUnion union(int... quotas) {
        return new CandidateUnion(quotas);
    }

    /** A list of user 9 in this order. */
    static RankedList list(int... items) {
        return new RankedList(
                9,
                items,
                IntStream.range(0, items.length).mapToDouble(at -> -at).toArray());
    }
}
