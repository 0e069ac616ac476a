package dev.linger.data.kuairec;

import static dev.linger.data.kuairec.KuaiRecFixture.LOG_HEADER;
import static dev.linger.data.kuairec.KuaiRecFixture.SMALL_MATRIX;
import static dev.linger.data.kuairec.KuaiRecFixture.TOLERANT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.linger.data.WatchMatrix;
import dev.linger.data.kuairec.files.KuaiRecRules;
import dev.linger.data.source.LoadedData;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallMatrixReadingTest {
    private KuaiRecFixture files;

    @BeforeEach
    void write(@TempDir Path directory) {
        files = new KuaiRecFixture(directory);
    }

    @Test
    void a_data_set_without_the_file_has_no_small_matrix() {
        assertNull(files.read().dataset().smallMatrix());
    }

    @Test
    void pairs_are_sorted_by_user_then_video() {
        small("1,0,500,1000,t,20200705.0,1593878903.438,0.5", "0,3,250,1000,t,20200705.0,1593878900,0.25");
        WatchMatrix matrix = files.read().dataset().smallMatrix();
        assertArrayEquals(new int[] {0, 1}, matrix.user());
        assertArrayEquals(new int[] {3, 0}, matrix.item());
        assertArrayEquals(new double[] {0.25, 0.5}, matrix.watchRatio());
    }

    @Test
    void a_forced_exposure_without_a_time_is_kept_and_never_put_in_the_log() {
        small("0,0,500,1000,,,NaN,0.5", "0,1,500,1000,t,20200705.0,1593878903.438,0.5");
        LoadedData data = files.read();
        assertEquals(2, data.dataset().smallMatrix().size());
        assertEquals(4, data.dataset().log().size());
        assertEquals(1, data.report().rowsHit(SMALL_MATRIX, KuaiRecRules.UNTIMED_EXPOSURE));
    }

    @Test
    void of_a_repeated_pair_the_first_in_the_file_is_left() {
        small("0,0,500,1000,,,,0.5", "0,1,100,1000,,,,0.1", "0,0,700,1000,,,,0.7");
        LoadedData data = files.read();
        assertArrayEquals(new double[] {0.5, 0.1}, data.dataset().smallMatrix().watchRatio());
        assertEquals(1, data.report().rowsHit(SMALL_MATRIX, KuaiRecRules.REPEATED_PAIR));
        assertEquals(2, data.report().files().get(4).rowsKept());
    }

    @Test
    void the_rules_of_the_log_hold_for_its_plays() {
        small("0,0,500,0,,,,", "9,0,500,1000,,,,0.5", "0,0,500,1000,,,,0.5");
        LoadedData data = files.read(TOLERANT);
        assertEquals(1, data.dataset().smallMatrix().size());
        assertEquals(1, data.report().rowsHit(SMALL_MATRIX, KuaiRecRules.IMPOSSIBLE_DURATION));
        assertEquals(1, data.report().rowsHit(SMALL_MATRIX, KuaiRecRules.UNKNOWN_USER));
    }

    private void small(String... rows) {
        files.lines(SMALL_MATRIX, LOG_HEADER + "\n" + String.join("\n", rows));
    }
}
