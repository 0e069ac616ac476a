package dev.linger.benchmarks.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PythonTest {
    @TempDir
    private Path folder;

    @Test
    void whatCannotBeImportedIsMissing() {
        Python python = Python.of(
                "python3",
                List.of("implicit: no module", "{\"python\": \"3.11.7\", \"numpy\": \"1.26.4\", \"implicit\": null}"));
        assertEquals(List.of("implicit"), python.missing(List.of("implicit", "numpy")));
        assertEquals("numpy 1.26.4, python 3.11.7", python.description());
    }

    @Test
    void withoutAnInterpreterAllIsMissing() {
        Python python = Python.ask("no-such-python", folder, folder);
        assertEquals(List.of("numpy"), python.missing(List.of("numpy")));
        assertEquals("nothing to be run by no-such-python", python.description());
        assertEquals(
                List.of("numpy"), Python.of("python3", List.of("usage: ...")).missing(List.of("numpy")));
    }
}
