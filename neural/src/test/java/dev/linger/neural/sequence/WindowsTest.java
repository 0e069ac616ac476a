package dev.linger.neural.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.neural.Histories;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WindowsTest {
    /** Users with 3, 0 and 25 plays. */
    private static final Histories PLAYS = histories(0, 3, 3, 28);

    private static Histories histories(int... start) {
        int size = start[start.length - 1];
        return new Histories(start, new int[size], new float[size], new long[size], new int[size]);
    }

    @Test
    void every_play_that_was_drawn_is_in_one_batch_and_batches_are_no_longer_than_asked() {
        int[] drawn = {0, 2, 3, 4, 5, 9, 11, 12, 13, 20, 21, 27};
        for (int seed = 0; seed < 50; seed++) {
            List<int[]> batches = new Windows(PLAYS, 10).batches(drawn, 4, new SplittableRandom(seed));
            List<Integer> all = new ArrayList<>();
            for (int[] batch : batches) {
                assertTrue(batch.length >= 1 && batch.length <= 4);
                Arrays.stream(batch).forEach(all::add);
            }
            assertEquals(
                    IntStream.of(drawn).boxed().toList(), all.stream().sorted().toList());
        }
    }

    @Test
    void a_window_has_plays_of_one_user_and_no_more_than_its_length() {
        int[] all = IntStream.range(0, 28).toArray();
        for (int seed = 0; seed < 50; seed++) {
            Windows windows = new Windows(PLAYS, 10);
            windows.batches(all, 64, new SplittableRandom(seed));
            for (int play : all) {
                int start = windows.startOf(play);
                assertTrue(start <= play && play - start < 10, play + " in " + start);
                assertTrue(start >= PLAYS.start()[windows.userOf(play)]);
            }
            assertEquals(0, windows.startOf(2), "a user with few plays has one window");
        }
    }

    @Test
    void plays_of_a_window_come_one_after_another() {
        int[] all = IntStream.range(0, 28).toArray();
        Windows windows = new Windows(PLAYS, 10);
        for (int[] batch : windows.batches(all, 10, new SplittableRandom(1))) {
            for (int at = 1; at < batch.length; at++) {
                if (windows.startOf(batch[at]) == windows.startOf(batch[at - 1])) {
                    assertEquals(batch[at - 1] + 1, batch[at]);
                }
            }
        }
    }
}
