package dev.linger.serving.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.serving.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that appends is killed at any moment; 60 times with {@code -Dlinger.slow=true}, else a few. */
final class KilledStoreTest {
    private static final int KILLS = Boolean.getBoolean("linger.slow") ? 60 : 5;
    private static final int LONGEST_START_MILLIS = 500;
    private static final int LONGEST_MILLIS = Boolean.getBoolean("linger.slow") ? 2_500 : 400;

    @TempDir
    private Path out;

    private final Set<String> acknowledged = new HashSet<>();
    private final List<ReceivedPlay> replayed = new ArrayList<>();
    private int during;

    @Test
    void nothing_that_was_acknowledged_is_lost_and_nothing_is_there_twice_or_in_another_order() throws Exception {
        SplittableRandom random = new SplittableRandom(13);
        Path store = out.resolve("plays");
        Path temporary = out.resolve("temporary");
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = AppendingProcess.start(List.of(), store, temporary, kill);
            BufferedReader lines = process.inputReader();
            if (kill % 5 == 4) {
                JavaProcess.kill(process, random.nextInt(LONGEST_START_MILLIS));
                check(lines, store);
            } else {
                assertEquals("open.", lines.readLine());
                int afterMillis = random.nextInt(LONGEST_MILLIS);
                Thread killer = new Thread(() -> JavaProcess.kill(process, afterMillis));
                killer.start();
                check(lines, store);
                killer.join();
            }
            process.waitFor();
        }
        assertTrue(during >= KILLS / 2, during + " of them in the midst of plays");
        assertTrue(acknowledged.size() > 100, acknowledged.size() + " plays");
        assertNothingIn(temporary);
    }

    /** Reads what the process said to its end, then what it left. */
    private void check(BufferedReader lines, Path folder) throws IOException {
        List<String> told = new ArrayList<>();
        int said = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split("[ .]", -1);
            if (line.endsWith(".") && words[0].equals("told")) {
                told.add(words[1]);
            } else if (line.endsWith(".") && !words[0].equals("open")) {
                assertTrue(Set.of("NEW", "DUPLICATE").contains(words[0]), line);
                acknowledged.add(words[1]);
                said++;
            }
        }
        during += said > 0 ? 1 : 0;
        List<ReceivedPlay> now;
        try (PlayStore store = SqlitePlayStore.open(folder)) {
            now = PlayStoreContract.all(store);
        }
        List<String> ids = now.stream().map(ReceivedPlay::id).toList();
        Set<String> distinct = new HashSet<>(ids);
        assertEquals(ids.size(), distinct.size(), "nothing is there twice");
        assertTrue(distinct.containsAll(acknowledged), "nothing acknowledged is lost");
        for (ReceivedPlay play : now) {
            assertEquals(AppendingProcess.play(play.playMillis()), play);
        }
        assertEquals(replayed, now.subList(0, replayed.size()), "what was there is there in its order");
        List<String> since = ids.subList(replayed.size(), ids.size());
        assertEquals(told, since.subList(0, told.size()), "the listener was told what a replay gives");
        replayed.clear();
        replayed.addAll(now);
    }

    /** What killed processes unpacked is removed by the next; the last one may have been killed just then. */
    private static void assertNothingIn(Path temporary) throws IOException {
        SqliteLibrary.load();
        try (Stream<Path> files = Files.list(temporary)) {
            assertTrue(files.count() <= 2, "one folder and its mark at most");
        }
    }
}
