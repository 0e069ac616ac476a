package dev.linger.features.replay;

import static dev.linger.features.replay.SmallWorld.FIRST_DAY;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Dataset;
import dev.linger.data.Progress;
import dev.linger.data.Workers;
import dev.linger.features.FeatureRequests;
import dev.linger.features.FeatureRows;
import dev.linger.features.StageOneCells;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ReplayedRowsTest {
    private static final int ROWS = 9_000;
    private static final Workers WORKERS = new Workers(3);
    private static final Dataset DATASET = dataset();
    private static final ReplayedRows REPLAYED =
            new ReplayedRows(ReplayedRowsTest::replay, replay().columns(), requests(), WORKERS, Progress.SILENT);

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    @Test
    void blocks_come_in_order_and_hold_what_one_request_a_row_gives() {
        FeatureRows expected = rowByRow();
        int[] next = {0};
        REPLAYED.forEachBlock((firstRow, block) -> {
            assertEquals(next[0], firstRow);
            assertTrue(block.size() <= 1024);
            int width = block.columns().size();
            assertArrayEquals(
                    Arrays.copyOfRange(expected.values(), firstRow * width, (firstRow + block.size()) * width),
                    block.values());
            assertArrayEquals(Arrays.copyOfRange(expected.item(), firstRow, firstRow + block.size()), block.item());
            next[0] += block.size();
        });
        assertEquals(ROWS, next[0]);
    }

    @Test
    void blocks_that_come_at_once_hold_the_same_rows() {
        FeatureRows expected = rowByRow();
        int[] times = new int[ROWS];
        REPLAYED.forEachBlockAtOnce((firstRow, block) -> {
            int width = block.columns().size();
            assertArrayEquals(
                    Arrays.copyOfRange(expected.values(), firstRow * width, (firstRow + block.size()) * width),
                    block.values());
            for (int row = firstRow; row < firstRow + block.size(); row++) {
                times[row]++;
            }
        });
        assertTrue(IntStream.of(times).allMatch(time -> time == 1));
    }

    @Test
    void rows_are_made_anew_at_each_reading() {
        assertArrayEquals(REPLAYED.all().values(), REPLAYED.all().values());
    }

    @Test
    void picked_rows_are_those_of_all() {
        int[] rows = IntStream.range(0, ROWS).filter(row -> row % 37 == 5).toArray();
        FeatureRows picked = REPLAYED.pick(rows).all();
        assertArrayEquals(REPLAYED.all().pick(rows).values(), picked.values());
        assertArrayEquals(REPLAYED.all().pick(rows).user(), picked.user());
    }

    @Test
    void what_a_reader_throws_ends_the_reading() {
        List<Integer> read = new ArrayList<>();
        assertThrows(
                UnsupportedOperationException.class,
                () -> REPLAYED.forEachBlock((firstRow, block) -> {
                    read.add(firstRow);
                    if (read.size() == 3) {
                        throw new UnsupportedOperationException();
                    }
                }));
        assertEquals(3, read.size());
    }

    private static FeatureRows rowByRow() {
        FeatureRequests requests = requests();
        FeatureReplay replay = replay();
        float[] cells = new float[ROWS * replay.columns().size()];
        for (int row = 0; row < ROWS; row++) {
            replay.advanceTo(requests.asOfDay()[row]);
            float[] one = replay.state().fill(requests.slice(row, row + 1)).values();
            System.arraycopy(one, 0, cells, row * one.length, one.length);
        }
        return new FeatureRows(replay.columns(), requests.user(), requests.item(), cells);
    }

    private static FeatureReplay replay() {
        FeaturesConfig everything = new FeaturesConfig(Groups.all(5, 4), List.of());
        return FeatureReplay.of(DATASET, DATASET.log(), StageOneCells.SCORE_AND_RANK, everything, SmallWorld.rules(5));
    }

    private static Dataset dataset() {
        SplittableRandom random = new SplittableRandom(29);
        List<SmallWorld.Play> plays = new ArrayList<>();
        for (int play = 0; play < 300; play++) {
            plays.add(SmallWorld.randomPlay(random, FIRST_DAY, SmallWorld.DAYS));
        }
        return SmallWorld.dataset(SmallWorld.log(plays), SmallWorld.stats(3, Integer.MAX_VALUE, 0));
    }

    /** Three days, of which the first asks for most. */
    private static FeatureRequests requests() {
        SplittableRandom random = new SplittableRandom(31);
        int[] day = new int[ROWS];
        Arrays.setAll(day, row -> FIRST_DAY + (row < 6_000 ? 1 : row < 6_001 ? 2 : 4));
        return new FeatureRequests(
                random.ints(ROWS, 0, SmallWorld.USERS).toArray(),
                random.ints(ROWS, 0, SmallWorld.ITEMS).toArray(),
                day,
                new long[ROWS],
                SmallWorld.stageOne(ROWS));
    }
}
