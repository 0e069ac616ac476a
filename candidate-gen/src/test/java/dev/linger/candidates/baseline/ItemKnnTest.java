package dev.linger.candidates.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.candidates.PairPlays;
import dev.linger.candidates.PersonalSourceContract;
import dev.linger.candidates.Plays;
import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.Withheld;
import dev.linger.candidates.WithheldPairs;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.data.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ItemKnnTest extends PersonalSourceContract {
    @Override
    protected SourceConfig config() {
        return new ItemKnnConfig(1, 2, 20);
    }

    @Override
    protected String expectedName() {
        return "item-knn";
    }

    /** Liked: user 0 items 0, 1; user 1 items 0, 1, 2; user 2 items 0, 3; user 3 none. */
    private final InteractionLog log = new Plays()
            .add(0, 0, 2)
            .add(0, 1, 2)
            .add(1, 0, 2)
            .add(1, 1, 0.5)
            .add(1, 1, 2)
            .add(1, 2, 2)
            .add(2, 0, 2)
            .add(2, 3, 2)
            .add(3, 0, 1)
            .log();

    @Test
    void the_similarity_is_the_shrunk_cosine_of_the_sets_of_users() {
        ItemKnn knn = train(new ItemKnnConfig(1, 1, 10));

        // item 0 has 3 users, 1 has 2, 2 and 3 have 1; common with 0: 2, 1, 1
        assertArrayEquals(new int[] {1, 2, 3}, knn.neighbors(0).items());
        assertArrayEquals(
                new double[] {2 / (Math.sqrt(6) + 1), 1 / (Math.sqrt(3) + 1), 1 / (Math.sqrt(3) + 1)},
                knn.neighbors(0).scores(),
                1e-12);
    }

    @Test
    void only_the_nearest_neighbors_are_kept_ties_by_item() {
        assertArrayEquals(
                new int[] {1, 2}, train(new ItemKnnConfig(1, 1, 2)).neighbors(0).items());
    }

    @Test
    void similarities_to_all_liked_items_add_up() {
        double[] scores = new double[5];

        train(new ItemKnnConfig(1, 0, 10)).score(0, scores);

        // user 0 likes 0 and 1; item 2: 1 / sqrt(3) + 1 / sqrt(2); item 3: 1 / sqrt(3); item 4 is nobody's neighbor
        assertEquals(1 / Math.sqrt(3) + 1 / Math.sqrt(2), scores[2], 1e-12);
        assertEquals(1 / Math.sqrt(3), scores[3], 1e-12);
        assertEquals(Double.NEGATIVE_INFINITY, scores[4]);
    }

    @Test
    void settings_out_of_range_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new ItemKnnConfig(-1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new ItemKnnConfig(1, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> new ItemKnnConfig(1, 0, 0));
    }

    @Test
    void users_from_whom_one_of_both_items_was_withheld_do_not_count() {
        // Nothing is known of user 2 and item 1, nor of user 0 and item 2: |U_0 less W_1| = 2, |U_0 less W_2| = 2.
        WithheldPairs withheld = WithheldPairs.of(new int[] {0, 2}, new int[] {2, 1}, 4, 5);

        ItemKnn knn = train(new ItemKnnConfig(1, 1, 10), withheld);

        assertArrayEquals(new int[] {1, 2, 3}, knn.neighbors(0).items());
        assertArrayEquals(
                new double[] {2 / (Math.sqrt(4) + 1), 1 / (Math.sqrt(2) + 1), 1 / (Math.sqrt(3) + 1)},
                knn.neighbors(0).scores(),
                1e-12);
        assertArrayEquals(new int[] {0, 2}, knn.neighbors(1).items());
        // |U_1 less W_2| = 1, |U_2 less W_1| = 1
        assertArrayEquals(
                new double[] {2 / (Math.sqrt(4) + 1), 1 / (1 + 1.0)},
                knn.neighbors(1).scores(),
                1e-12);
    }

    @Test
    void similarities_are_those_of_users_counted_one_by_one_where_nearly_a_block_was_withheld() {
        int users = 30;
        int items = 12;
        SplittableRandom random = new SplittableRandom(5);
        boolean[][] liked = new boolean[users][items];
        Plays plays = new Plays();
        boolean[][] withheld = new boolean[users][items];
        for (int user = 0; user < users; user++) {
            for (int item = 0; item < items; item++) {
                boolean inBlock = user % 3 == 0 && item % 2 == 0;
                withheld[user][item] = random.nextInt(10) == 0 != inBlock;
                if (!withheld[user][item] && random.nextBoolean()) {
                    plays.add(user, item, 2);
                    liked[user][item] = true;
                }
            }
        }
        ItemKnn knn = train(plays.log(), new ItemKnnConfig(1, 1, items), Withheld.pairs(withheld));

        for (int item = 0; item < items; item++) {
            RankedList expected = nearest(item, liked, withheld);
            assertArrayEquals(expected.items(), knn.neighbors(item).items());
            assertArrayEquals(expected.scores(), knn.neighbors(item).scores());
        }
    }

    @Test
    void scores_are_the_sums_over_neighbors_one_by_one_to_the_last_bit() {
        int users = 20;
        int items = 60;
        InteractionLog plays = Plays.random(users, items, 700, 9);
        ItemKnn knn = train(plays, new ItemKnnConfig(0.5, 3, 21), WithheldPairs.none(users, items));
        boolean[][] liked = new boolean[users][items];
        for (int row = 0; row < plays.size(); row++) {
            liked[plays.user(row)][plays.item(row)] |= plays.watchRatio(row) > 0.5;
        }
        for (int user = 0; user < users; user++) {
            double[] expected = new double[items];
            for (int item = 0; item < items; item++) {
                RankedList near = knn.neighbors(item);
                for (int at = 0; liked[user][item] && at < near.size(); at++) {
                    expected[near.items()[at]] += near.scores()[at];
                }
            }
            double[] scores = new double[items];
            knn.score(user, scores);
            for (int item = 0; item < items; item++) {
                assertEquals(expected[item] == 0 ? Double.NEGATIVE_INFINITY : expected[item], scores[item]);
            }
        }
    }

    private static RankedList nearest(int item, boolean[][] liked, boolean[][] withheld) {
        List<Integer> others = new ArrayList<>();
        List<Double> similarities = new ArrayList<>();
        for (int other = 0; other < liked[0].length; other++) {
            int common = 0;
            int here = 0;
            int there = 0;
            for (int user = 0; user < liked.length; user++) {
                common += liked[user][item] && liked[user][other] ? 1 : 0;
                here += liked[user][item] && !withheld[user][other] ? 1 : 0;
                there += liked[user][other] && !withheld[user][item] ? 1 : 0;
            }
            if (other != item && common > 0) {
                others.add(other);
                similarities.add(common / (Math.sqrt((double) here * there) + 1));
            }
        }
        return RankedList.byScore(
                item,
                others.stream().mapToInt(Integer::intValue).toArray(),
                similarities.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private ItemKnn train(ItemKnnConfig config) {
        return train(config, WithheldPairs.none(4, 5));
    }

    private ItemKnn train(ItemKnnConfig config, WithheldPairs withheld) {
        return train(log, config, withheld);
    }

    private static ItemKnn train(InteractionLog log, ItemKnnConfig config, WithheldPairs withheld) {
        try (Workers workers = new Workers(1)) {
            return ItemKnnTrainer.train(
                    PairPlays.of(log, withheld.byUser().rowCount(), workers),
                    withheld,
                    config,
                    workers,
                    Progress.SILENT);
        }
    }
}
