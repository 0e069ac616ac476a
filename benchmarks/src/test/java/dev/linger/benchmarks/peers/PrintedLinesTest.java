package dev.linger.benchmarks.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PrintedLinesTest {
    @Test
    void sectionsAndFactsAreFoundAmongOtherLines() {
        PrintedLines printed = PrintedLines.of(List.of(
                "a warning",
                "{'not': json}",
                "{\"seconds\": 3.0, \"cpuSeconds\": 4.0}",
                "{\"seconds\": 1.0, \"cpuSeconds\": 1.0}",
                "{\"seconds\": 1.5, \"cpuSeconds\": 1.0}",
                "{\"fact\": \"trees\", \"value\": \"100\"}"));
        // The median of 3, 1 and 1.5, and the mean of 4, 1 and 1.
        assertEquals(new Cost(1.5, 2, 70), printed.section(70));
        assertEquals(Map.of("trees", "100"), printed.facts());
    }

    @Test
    void aSideThatPrintsNoSectionHasNotDoneItsWork() {
        PrintedLines printed = PrintedLines.of(List.of("done"));
        assertThrows(MeasuredProcess.Failed.class, () -> printed.section(70));
    }
}
