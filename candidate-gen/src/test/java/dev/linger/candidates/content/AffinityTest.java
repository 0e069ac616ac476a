package dev.linger.candidates.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.candidates.PairPlays;
import dev.linger.candidates.Plays;
import dev.linger.candidates.Retrieval;
import dev.linger.candidates.SeenItems;
import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.SourceContract;
import dev.linger.candidates.Taste;
import dev.linger.candidates.Universe;
import dev.linger.data.AttributeColumn;
import dev.linger.data.IdIndex;
import dev.linger.data.InteractionLog;
import dev.linger.data.ItemTable;
import dev.linger.data.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AffinityTest extends SourceContract {
    private static final IdIndex TAGS = IdIndex.of("tag", LongStream.range(0, 2));

    private static final long DAY = 86_400_000;

    @Override
    protected SourceConfig config() {
        return new AffinityConfig(1, 1, 2, 0.01);
    }

    @Override
    protected String expectedName() {
        return "affinity";
    }

    /** Items: 0 of author 0, tag 0; 1 of author 0, tag 1; 2 of author 1, both tags; 3 of nobody, no tags. */
    private final ItemTable items = table(new int[] {0, 0, 1, -1}, new int[][] {{0}, {1}, {0, 1}, {}});

    @Test
    void rates_of_author_and_tags_by_hand() {
        InteractionLog log = new Plays()
                .addAt(0, 0, 2, 0)
                .addAt(0, 1, 0.5, 0)
                .addAt(1, 2, 2, 0)
                .addAt(1, 2, 2, 0)
                .log();
        double[] scores = new double[4];

        // Each play is a half-life old and counts 0.5.
        Affinity.of(
                        PairPlays.of(log, 2, Workers.ofCaller()),
                        items,
                        new AffinityConfig(1, 1, 1, 0.1),
                        DAY,
                        Workers.ofCaller())
                .score(0, scores);

        double base = (0.5 + 0.75) / (1 + 1); // the whole log: 1.5 of 2
        double author0 = (0.5 + base) / (1 + 1);
        double tag0 = (0.5 + base) / (0.5 + 1);
        double tag1 = (0 + base) / (0.5 + 1);
        assertEquals((author0 + tag0) * (1 + 0.1 * 0.5), scores[0], 1e-12); // liked by all 0.5, item 2 most with 1
        assertEquals(author0 + tag1, scores[1], 1e-12);
        assertEquals((base + (tag0 + tag1) / 2) * (1 + 0.1), scores[2], 1e-12);
        assertEquals(base + base, scores[3], 1e-12);
    }

    @Test
    void a_taste_is_the_mean_of_what_author_and_tags_say_of_a_video_that_was_not_there() {
        InteractionLog log = new Plays().add(0, 0, 2).add(0, 1, 0.5).log();
        Taste taste = Affinity.of(
                        PairPlays.of(log, 2, Workers.ofCaller()),
                        items,
                        new AffinityConfig(1, 1e9, 1, 0.1),
                        DAY,
                        Workers.ofCaller())
                .taste(0)
                .orElseThrow();

        double base = (1 + 0.5) / (2 + 1);
        double author0 = (1 + base) / (2 + 1);
        double tag0 = (1 + base) / (1 + 1);
        assertEquals((author0 + tag0) / 2, taste.likedShare(0, new int[] {0}), 1e-8);
        assertEquals((base + tag0) / 2, taste.likedShare(-1, new int[] {0}), 1e-8);
        assertEquals(base, taste.likedShare(-1, new int[0]), 1e-8);
    }

    @Test
    void a_newer_like_counts_more_than_an_older_one() {
        InteractionLog log = new Plays()
                .addAt(0, 0, 2, 0)
                .addAt(0, 1, 0.5, 0)
                .addAt(0, 0, 0.5, 5 * DAY)
                .addAt(0, 1, 2, 5 * DAY)
                .log();
        double[] scores = new double[4];

        Affinity.of(
                        PairPlays.of(log, 1, Workers.ofCaller()),
                        items,
                        new AffinityConfig(1, 1, 1, 0),
                        6 * DAY,
                        Workers.ofCaller())
                .score(0, scores);

        assertEquals(1, Double.compare(scores[1], scores[0]));
    }

    /** Likes alone cannot tell the colors apart: a user who likes all they see is expected to like the rest. */
    @Test
    void a_checkerboard_whose_other_color_is_left_is_completed() {
        int size = 30;
        Plays plays = new Plays();
        for (int user = 0; user < size; user++) {
            for (int item = 0; item < size; item++) {
                if (item != user && item != (user + 1) % size) {
                    plays.add(user, item, item % 2 == user % 2 ? 1.5 : 0.1);
                }
            }
        }
        InteractionLog log = plays.log();
        Affinity affinity = Affinity.of(
                PairPlays.of(log, size, Workers.ofCaller()),
                byParity(size),
                new AffinityConfig(1, 1, 2, 0.01),
                DAY,
                Workers.ofCaller());
        Retrieval retrieval = new Retrieval(affinity, affinity, Universe.playedIn(log, size), SeenItems.of(log, size));
        for (int user = 0; user < size; user++) {
            assertArrayEquals(
                    new int[] {user, (user + 1) % size},
                    retrieval.topItems(user, 2).items());
        }
    }

    @Test
    void nothing_is_known_of_a_user_without_plays() {
        double[] scores = new double[4];
        Affinity.of(
                        PairPlays.of(new Plays().add(0, 0, 2).log(), 2, Workers.ofCaller()),
                        items,
                        new AffinityConfig(1, 1, 1, 0),
                        DAY,
                        Workers.ofCaller())
                .score(1, scores);
        Arrays.stream(scores).forEach(score -> assertEquals(Double.NEGATIVE_INFINITY, score));
    }

    @Test
    void a_table_without_authors_leaves_the_tags() {
        ItemTable noAuthors =
                new ItemTable(new int[2], new float[2], new int[][] {{0}, {1}}, TAGS, List.of(), ItemTable.Roles.NONE);
        InteractionLog log = new Plays().add(0, 0, 2).add(0, 1, 0.5).log();
        double[] scores = new double[2];

        Affinity.of(
                        PairPlays.of(log, 1, Workers.ofCaller()),
                        noAuthors,
                        new AffinityConfig(1, 1e9, 1, 0),
                        DAY,
                        Workers.ofCaller())
                .score(0, scores);

        // base = (1 + 0.5) / (2 + 1); tag 0 (1 + 0.5) / 2; tag 1 0.5 / 2; a billionth of decay
        assertArrayEquals(new double[] {0.5 + 0.75, 0.5 + 0.25}, scores, 1e-6);
    }

    @Test
    void a_play_at_the_cut_and_settings_out_of_range_are_refused() {
        AffinityConfig config = new AffinityConfig(1, 1, 1, 0);
        InteractionLog log = new Plays().addAt(0, 0, 2, DAY).log();
        assertThrows(
                IllegalArgumentException.class,
                () -> Affinity.of(PairPlays.of(log, 1, Workers.ofCaller()), items, config, DAY, Workers.ofCaller()));
        assertThrows(IllegalArgumentException.class, () -> new AffinityConfig(-1, 1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new AffinityConfig(1, 0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new AffinityConfig(1, 1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new AffinityConfig(1, 1, 1, Double.NaN));
    }

    /** The tag of an item is its parity; its author made that item alone. */
    private static ItemTable byParity(int itemCount) {
        int[] authors = new int[itemCount];
        int[][] tags = new int[itemCount][];
        for (int item = 0; item < itemCount; item++) {
            authors[item] = item;
            tags[item] = new int[] {item % 2};
        }
        return table(authors, tags);
    }

    private static ItemTable table(int[] authors, int[][] tags) {
        int count = Arrays.stream(authors).max().orElse(-1) + 1;
        List<String> names =
                IntStream.range(0, count).mapToObj("author %05d"::formatted).toList();
        return new ItemTable(
                new int[tags.length],
                new float[tags.length],
                tags,
                TAGS,
                List.of(
                        new AttributeColumn.Numeric("video_width", new float[tags.length]),
                        new AttributeColumn.Category("author_id", authors, names)),
                new ItemTable.Roles(Optional.of("author_id"), List.of()));
    }
}
