package dev.linger.pipeline.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.linger.pipeline.run.PseudoTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a person sees who runs Linger in a terminal of 80 columns. */
final class TerminalTest {
    @Test
    void nothing_wraps_that_a_run_and_a_comparison_print() throws Exception {
        assumeTrue(PseudoTerminal.isThere(), "there is no script of util-linux, which gives a program a terminal");
        Path out = SyntheticFolder.newFolder("terminal");
        PseudoTerminal run = PseudoTerminal.of(List.of(
                "run",
                "--verbose",
                "--data",
                SyntheticFolder.topics().toString(),
                "--config",
                FinishedRun.SMALL.toString(),
                "--out",
                out.toString()));
        assertEquals(0, run.exitCode(), run::printed);
        assertTrue(run.printed().contains("Stages: end-to-end, ratio > 1.0"), run::printed);
        assertEquals(List.of(), run.linesThatWrap());
        PseudoTerminal comparison = PseudoTerminal.of(List.of(
                "compare",
                folder(out).toString(),
                FinishedRun.ofTopics().folder().toString()));
        assertEquals(0, comparison.exitCode(), comparison::printed);
        assertTrue(comparison.printed().contains("Segments: NDCG@10 by video"), comparison::printed);
        assertEquals(List.of(), comparison.linesThatWrap());
    }

    private static Path folder(Path out) throws IOException {
        try (Stream<Path> folders = Files.list(out)) {
            return folders.filter(FinishedRun::isFolderOfRun).findFirst().orElseThrow();
        }
    }
}
