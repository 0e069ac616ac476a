package dev.linger.pipeline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.linger.data.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManifestTest {
    @Test
    void a_machine_without_the_vector_module_says_how_to_get_it() {
        assertEquals(
                "kernels: plain; ALS is about 4 times as fast with java --add-modules jdk.incubator.vector",
                Machine.current().kernelsLine());
    }

    @Test
    void it_is_written_whole() {
        Manifest manifest = new Manifest(
                new BuildInfo("0.1.0", "unknown", Map.of("ejml", "0.44.0")),
                new Machine("17.0.15 Debian", "Linux 6.1 amd64", 2, 2048, "plain"),
                List.of("run", "--seed", "7"),
                "2026-11-21T10:15:00Z",
                7,
                2,
                JsonNodeFactory.instance.objectNode().put("seed", 7),
                List.of(new InputFile("data/big_matrix.csv", 12, "ab", 3)),
                List.of(
                        new StageRecord("load", 1.25, 0, 300, Optional.of(512L), Map.of("plays", 3L)),
                        new StageRecord("split", 0, 0, 300, Optional.empty(), Map.of())));
        assertEquals(
                """
                {
                  "build": {
                    "version": "0.1.0",
                    "revision": "unknown",
                    "libraries": {
                      "ejml": "0.44.0"
                    }
                  },
                  "machine": {
                    "java": "17.0.15 Debian",
                    "os": "Linux 6.1 amd64",
                    "processors": 2,
                    "maxHeapMiB": 2048,
                    "kernels": "plain"
                  },
                  "commandLine": [ "run", "--seed", "7" ],
                  "startedAt": "2026-11-21T10:15:00Z",
                  "seed": 7,
                  "threads": 2,
                  "config": {
                    "seed": 7
                  },
                  "inputs": [ {
                    "path": "data/big_matrix.csv",
                    "bytes": 12,
                    "sha256": "ab",
                    "rows": 3
                  } ],
                  "stages": [ {
                    "name": "load",
                    "seconds": 1.25,
                    "savedSeconds": 0.0,
                    "peakHeapMiB": 300,
                    "peakResidentMiB": 512,
                    "counts": {
                      "plays": 3
                    }
                  }, {
                    "name": "split",
                    "seconds": 0.0,
                    "savedSeconds": 0.0,
                    "peakHeapMiB": 300,
                    "peakResidentMiB": null,
                    "counts": { }
                  } ]
                }
                """,
                manifest.json());
    }

    @Test
    void it_describes_this_build_and_machine() {
        Manifest here = Manifest.here(
                List.of(),
                Instant.parse("2026-11-21T10:15:00.987Z"),
                1,
                1,
                JsonNodeFactory.instance.objectNode(),
                List.of(),
                List.of());
        assertEquals("2026-11-21T10:15:00Z", here.startedAt());
        assertEquals(
                Set.of("ejml", "fastcsv", "jackson", "lightgbm4j", "tablesaw"),
                here.build().libraries().keySet());
        assertFalse(here.build().version().contains("$"), here.build().version());
        assertFalse(here.build().libraries().containsValue("unknown"), "a library's version is not stamped");
        assertTrue(here.machine().java().startsWith(System.getProperty("java.runtime.version")));
    }

    @Test
    void what_the_build_did_not_fill_in_is_unknown() {
        Properties properties = new Properties();
        properties.setProperty("version", "${project.version}");
        properties.setProperty("revision", "");
        assertEquals(new BuildInfo("unknown", "unknown", Map.of()), BuildInfo.of(properties));
    }

    @Test
    void a_file_is_told_by_size_and_digest(@TempDir Path folder) throws IOException {
        // sha256("abc") is the test vector of FIPS 180-4.
        Path file = Files.writeString(folder.resolve("abc.csv"), "abc");
        String digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assertEquals(new InputFile(file.toString(), 3, digest, 1), InputFile.of(file, 1));
        Path absent = folder.resolve("absent.csv");
        assertThrows(InputException.class, () -> InputFile.of(absent, 1));
    }

    @Test
    void peak_memory_is_read_from_the_status_of_the_process() {
        assertEquals(
                Optional.of(50L),
                MemoryPeaks.highWaterMark(List.of("Name:\tjava", "VmHWM:\t   51236 kB", "Threads:\t9")));
        assertEquals(Optional.empty(), MemoryPeaks.highWaterMark(List.of("Name:\tjava")));
    }

    @Test
    void peak_heap_covers_what_is_allocated() {
        MemoryPeaks.resetHeap();
        byte[] held = new byte[40 << 20];
        assertTrue(MemoryPeaks.heapMiB() >= held.length >> 20);
    }
}
