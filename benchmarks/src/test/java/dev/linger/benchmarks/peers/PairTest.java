package dev.linger.benchmarks.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.pipeline.report.ConsoleFormat;
import dev.linger.pipeline.report.MarkdownFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PairTest {
    private static final String TWO_SECONDS = "{\"seconds\": 2.0, \"cpuSeconds\": 3.0}";
    private static final String FOUR_SECONDS = "{\"seconds\": 4.0, \"cpuSeconds\": 4.0}";

    @TempDir
    private Path folder;

    @BeforeEach
    void makeTheFolderOfTheData() throws IOException {
        Files.createDirectories(Work.Input.PAIRS.folder(folder));
    }

    @Test
    void theTableHasBothSidesAndTheirRatio() {
        Pair pair = repeated(
                List.of(), FakePeer.printing("{\"fact\": \"lists\", \"value\": \"9\"}", TWO_SECONDS), FOUR_SECONDS);
        assertEquals(List.of(), pair.failures().toList());
        String table = new MarkdownFormat().format(PeersTables.ratios(List.of(pair)));
        assertTrue(table.contains("| the top | peer 1.0 | 2.00 | 4.00 | 0.50 | 3.00 | 4.00 | 0.75 |"), table);
        String spread = new ConsoleFormat(132).format(PeersTables.spreads(List.of(pair)));
        assertTrue(
                spread.lines().anyMatch(line -> line.matches("top +Linger +2 +2.000 +2.000 +2.000 +3.000.*")), spread);
        assertTrue(spread.contains("* top, Linger: lists 9"), spread);
    }

    @Test
    void aPeerThatIsNotInstalledLeavesOurColumnAloneAndSaysHowToInstallIt() {
        Pair pair = repeated(List.of("implicit"), FakePeer.printing(TWO_SECONDS), FOUR_SECONDS);
        assertEquals(1, pair.sides().size());
        String table = new MarkdownFormat().format(PeersTables.ratios(List.of(pair)));
        assertTrue(table.contains("| the top | peer 1.0 | 2.00 | - | - | 3.00 | - | - |"), table);
        assertTrue(table.contains("not installed: implicit; all peers come by pip install implicit=="), table);
    }

    @Test
    void aPeerThatFailsIsToldByItsLastLinesAndIsNotStartedAgain() throws IOException {
        Pair pair = repeated(List.of(), FakePeer.printing(TWO_SECONDS), "out of memory", "fail");
        String failure = "top: peer 1.0: ended with exit code 3: out of memory | fail";
        assertEquals(List.of(failure), pair.failures().toList());
        String table = new MarkdownFormat().format(PeersTables.ratios(List.of(pair)));
        assertTrue(table.contains("| the top | peer 1.0 | 2.00 | - | - | 3.00 | - | - |"), table);
        assertTrue(table.contains("failed: top: peer 1.0: ended with exit code 3: out of memory \\| fail"), table);
    }

    @Test
    void whatCannotBeStartedFailsLikewise() {
        Side side = Side.of("peer", List.of(folder.resolve("nothing").toString()), folder, Side.Timed.PROCESS);
        side.repeat(folder.resolve("output"));
        assertTrue(side.failures().get(0).startsWith("peer: cannot be run: "), side.failures()::toString);
    }

    @Test
    void aWholeProcessIsMeasuredFromOutside() {
        Side side = Side.of("peer", FakePeer.printing("nothing timed"), folder, Side.Timed.PROCESS);
        side.repeat(folder.resolve("output"));
        Cost cost = side.costs().get(0);
        assertTrue(cost.seconds() > 0, cost::toString);
        // Starting Java takes some 40 ms of CPU and 40 MiB; where there is no /proc neither is known.
        assertTrue(Double.isNaN(cost.cpuSeconds()) || cost.cpuSeconds() > 0, cost::toString);
    }

    private Pair repeated(List<String> missing, List<String> linger, String... peerPrints) {
        Work work = new Work(
                "top",
                "the top",
                Work.Input.PAIRS,
                Side.Timed.SECTIONS,
                linger,
                new Work.Peer("peer 1.0", missing, FakePeer.printing(peerPrints)));
        Pair pair = Pair.of(work, folder);
        pair.repeat(folder.resolve("output"));
        pair.repeat(folder.resolve("output"));
        return pair;
    }
}
