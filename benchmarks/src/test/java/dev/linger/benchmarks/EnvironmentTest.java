package dev.linger.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class EnvironmentTest {
    @Test
    void valuesStandBehindTheirKeys() {
        List<String> lines =
                List.of("vendor_id\t: Maker", "model name\t: Some Processor @ 2.0GHz", "model name\t: Other");
        assertEquals("Some Processor @ 2.0GHz", Environment.value(lines, "model name"));
        assertEquals("unknown", Environment.value(lines, "cache size"));
    }

    @Test
    void everyLineSaysSomething() {
        String description = Environment.description();
        assertTrue(description.lines().allMatch(line -> line.matches("[a-z]+: +\\S.*")), description);
    }
}
