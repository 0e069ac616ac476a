package dev.linger.pipeline.randomrows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.RankedList;
import dev.linger.data.Seed;
import dev.linger.pipeline.report.CsvFormat;
import dev.linger.pipeline.training.ObservedExamples;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowDrawTest {
    private static final long DAY = 86_400_000;

    @Test
    void every_row_is_in_one_part_and_the_seed_alone_decides_which() {
        RowDraw drawn = RowDraw.of(100, 1_000, 0.2, new Seed(1));
        assertEquals(20, drawn.test().length);
        assertEquals(8, drawn.validation().length, "a tenth of the others");
        int[] all = Stream.of(drawn.fit(), drawn.validation(), drawn.test())
                .flatMapToInt(IntStream::of)
                .sorted()
                .toArray();
        assertArrayEquals(IntStream.range(0, 100).toArray(), all);
        assertArrayEquals(drawn.test(), RowDraw.of(100, 1_000, 0.2, new Seed(1)).test());
        assertFalse(Arrays.equals(
                drawn.test(), RowDraw.of(100, 1_000, 0.2, new Seed(2)).test()));
    }

    @Test
    void no_more_rows_are_drawn_than_asked_for_and_no_part_is_empty() {
        RowDraw drawn = RowDraw.of(100, 50, 0.5, new Seed(1));
        assertEquals(List.of(22, 3, 25), List.of(drawn.fit().length, drawn.validation().length, drawn.test().length));
        assertThrows(InputException.class, () -> RowDraw.of(4, 50, 0.5, new Seed(1)));
    }

    @Test
    void rows_are_examples_by_day_and_user_and_time() {
        InteractionLogBuilder builder = new InteractionLogBuilder(ZoneOffset.UTC, 4);
        builder.add(1, 5, 500, 1_000, 10); // row 0
        builder.add(0, 6, 2_000, 1_000, 20); // row 1
        builder.add(1, 7, 1_000, 1_000, 30); // row 2
        builder.add(0, 8, 250, 1_000, DAY); // row 3
        InteractionLog log = builder.build();
        ObservedExamples examples = RowDraw.examples(log, new int[] {0, 1, 2, 3}, 2);
        assertArrayEquals(new int[] {6, 5, 7, 8}, examples.requests().item());
        assertArrayEquals(new int[] {0, 1, 1, 0}, examples.requests().user());
        assertArrayEquals(new int[] {0, 1, 1, 2}, examples.group());
        assertArrayEquals(new double[] {2, 0.5, 1, 0.25}, examples.watchRatio());
        assertArrayEquals(
                new int[] {7, 8},
                RowDraw.examples(log, new int[] {2, 3}, 2).requests().item());
    }

    @Test
    void a_video_of_several_rows_stands_once_in_the_list_of_its_user() {
        List<RankedList> lists =
                TestRowLists.of(new int[] {1, 0, 1, 1}, new int[] {4, 4, 3, 4}, new double[] {0.1, 0.5, 0.3, 0.7});
        assertEquals(List.of(0, 1), lists.stream().map(RankedList::user).toList());
        assertArrayEquals(new int[] {4, 3}, lists.get(1).items());
        assertArrayEquals(new double[] {0.7, 0.3}, lists.get(1).scores());
    }

    @Test
    void errors_are_of_ratios_as_they_are_and_cut_and_scaled() {
        InteractionLogBuilder builder = new InteractionLogBuilder(ZoneOffset.UTC, 2);
        builder.add(0, 1, 800, 1_000, 10);
        builder.add(0, 2, 6_000, 1_000, 20);
        InteractionLog log = builder.build();
        RowDraw drawn = new RowDraw(new int[] {0}, new int[] {0}, new int[] {0, 1});
        RandomRowsTable table = new RandomRowsTable(
                new RandomRowsRequest(List.of(), 10, 0.2, 0.8, 1), log, RowDraw.examples(log, new int[] {0, 1}, 1), 4);
        // |1 - .8| and |1 - 6|; cut at 4 and divided by it |.25 - .2| and |.25 - 1|. Both are relevant, one is looked
        // at.
        table.add("always 1", true, new double[] {1, 1});
        table.add("scores alone", false, new double[] {-1, -2});
        List<String> lines =
                new CsvFormat().format(table.table(drawn)).lines().skip(1).toList();
        assertEquals("always 1,2.6,0.4,", lines.get(0).substring(0, 17));
        assertEquals(
                "0.5,1.0,1.0,0.5",
                String.join(",", Arrays.copyOfRange(lines.get(0).split(","), 4, 8)));
        assertEquals(
                "scores alone,,,,0.0,1.0,1.0,0.5",
                String.join(",", Arrays.copyOf(lines.get(1).split(","), 8)));
    }
}
