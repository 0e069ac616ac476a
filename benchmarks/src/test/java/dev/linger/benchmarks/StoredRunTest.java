package dev.linger.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoredRunTest {
    @Test
    void sumsSecondsAndTakesTheLargestMemory() {
        StoredRun run = StoredRun.of("here", FakeLinger.manifest(2));
        assertEquals(16, run.seconds()); // 2 s * 2 + 3 s * 4
        assertEquals(100, run.heapMiB());
        assertEquals(160, run.residentMiB());
        assertEquals(2_000, run.plays());
    }

    @Test
    void whereTheSystemDoesNotTellResidentMemoryIsUnknown() {
        String text = FakeLinger.manifest(2).replaceAll("\"peakResidentMiB\": \\d+", "\"peakResidentMiB\": null");
        assertEquals(Double.NaN, StoredRun.of("here", text).residentMiB());
    }

    @Test
    void aManifestOfAnotherLingerIsNamed() {
        InputException error = assertThrows(InputException.class, () -> StoredRun.of("here", "{\"stages\": []}"));
        assertTrue(error.getMessage().startsWith("here: has no /"), error::getMessage);
        assertThrows(InputException.class, () -> StoredRun.of("here", "{"));
    }

    @Test
    void aFolderWithoutARunIsNamed(@TempDir Path folder) throws IOException {
        InputException error = assertThrows(InputException.class, () -> StoredRun.in(folder));
        assertTrue(error.getMessage().contains("there are 0"), error::getMessage);
    }
}
