package dev.linger.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Dataset;
import dev.linger.data.split.SplitConfig;
import dev.linger.data.split.TimeSplit;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A run whose data differ from the cut on: other users watched for other times, and other daily statistics. */
final class NoLookAheadTest {
    private static final int USERS = 300;

    private static final FinishedRun ORIGINAL = FinishedRun.ofTopics();
    private static FinishedRun changed;

    @BeforeAll
    static void runOnAnotherFuture() {
        Dataset dataset = StandInData.read(StandInData.topics());
        TimeSplit split = TimeSplit.of(dataset.log(), new SplitConfig(0.2, 0.4, 0.3));
        Map<String, UnaryOperator<String>> changes = Map.of(
                StandInData.LOG, play -> changedPlay(play, split.cutMillis()),
                StandInData.DAILY, row -> changedDay(row, split.cutDay()));
        Path data = StandInData.copy(
                StandInData.topics(), "other-future", file -> changes.getOrDefault(file, UnaryOperator.identity()));
        changed = FinishedRun.of(data, 1, FinishedRun.SMALL);
        assertEquals(0, changed.exitCode(), changed.errors());
    }

    @Test
    void the_change_reaches_the_tables() {
        String table = "stages-end-to-end-ratio-gt-1-0";
        assertEquals(cut(ORIGINAL, table), cut(changed, table));
        assertNotEquals(ORIGINAL.number(table, "als", "NDCG@10"), changed.number(table, "als", "NDCG@10"));
    }

    @Test
    void no_row_at_or_after_the_cut_changes_a_model() {
        for (String model : FinishedRun.MODELS) {
            assertEquals(ORIGINAL.text(model), changed.text(model), model);
        }
    }

    @Test
    void no_row_at_or_after_the_cut_changes_a_candidate_list() {
        assertSameForUsersOfBoth("candidates.csv");
    }

    @Test
    void no_row_at_or_after_the_cut_changes_a_recommendation() {
        assertSameForUsersOfBoth("recommendations.csv");
    }

    /** Which users get lists depends on the test part; what stands in them does not. */
    private static void assertSameForUsersOfBoth(String file) {
        Map<Long, List<Long>> lists = ORIGINAL.lists(file);
        Map<Long, List<Long>> others = changed.lists(file);
        Set<Long> users = new TreeSet<>(lists.keySet());
        users.retainAll(others.keySet());
        assertTrue(users.size() > 200, () -> "users in both: " + users.size());
        for (long user : users) {
            assertEquals(lists.get(user), others.get(user), file + " of user " + user);
        }
    }

    private static String cut(FinishedRun run, String table) {
        return run.table(table).get("caption").get("cut").asText();
    }

    /** Another user, who watched for 1 to 40 s. */
    private static String changedPlay(String line, long cutMillis) {
        String[] cells = line.split(",", -1);
        long millis = Math.round(Double.parseDouble(cells[6]) * 1_000);
        if (millis < cutMillis) {
            return line;
        }
        cells[0] = Integer.toString((Integer.parseInt(cells[0]) + 7) % USERS);
        int play = 1_000 + (Integer.parseInt(cells[2]) * 31) % 39_000;
        cells[2] = Integer.toString(play);
        cells[7] = Double.toString((double) play / Integer.parseInt(cells[3]));
        return String.join(",", cells);
    }

    /** Nobody played or liked anything any more. */
    private static String changedDay(String line, int cutDay) {
        String[] cells = line.split(",", -1);
        int day = (int)
                LocalDate.parse(cells[1], DateTimeFormatter.BASIC_ISO_DATE).toEpochDay();
        if (day < cutDay) {
            return line;
        }
        for (int count = 15; count < 40; count++) {
            cells[count] = "0";
        }
        return String.join(",", cells);
    }
}
