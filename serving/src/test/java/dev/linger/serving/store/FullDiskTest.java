package dev.linger.serving.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process whose files may not grow beyond a size, as on a disk that is full. */
@DisabledOnOs(OS.WINDOWS)
final class FullDiskTest {
    @TempDir
    private Path out;

    @Test
    void appends_fail_the_store_says_why_and_what_was_acknowledged_is_there() throws IOException {
        // in blocks of 512 or 1,024 bytes: more than the native library, less than the plays
        List<String> limited = List.of("sh", "-c", "ulimit -f 4000; exec \"$0\" \"$@\"");
        Process process = AppendingProcess.start(limited, out.resolve("plays"), out.resolve("temporary"), 1);
        List<String> said = process.inputReader().lines().toList();
        assertEquals(
                4, said.stream().filter("failed StoreFailedException."::equals).count());
        String last = said.get(said.size() - 1);
        assertTrue(last.contains("plays.db: plays cannot be written ("), last);
        Set<String> acknowledged = said.stream()
                .filter(line -> line.startsWith("NEW "))
                .map(line -> line.substring("NEW ".length(), line.length() - 1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(acknowledged.size() > 1_000, acknowledged.size() + " plays");
        try (PlayStore store = SqlitePlayStore.open(out.resolve("plays"))) {
            Set<String> ids = new HashSet<>();
            PlayStoreContract.all(store).forEach(play -> ids.add(play.id()));
            assertEquals(Set.of(), difference(acknowledged, ids));
        }
    }

    private static Set<String> difference(Set<String> all, Set<String> without) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(without);
        return left;
    }
}
