package dev.linger.benchmarks.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.benchmarks.kernels.Scale;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each work of Linger's process once, as small as it goes. */
final class LingerSideTest {
    private static final String SCALE = "0.002";

    @TempDir
    private Path folder;

    @Test
    void onlyIterationsAfterTheFirstOnesArePrinted() {
        PrintedLines printed = printed("als", SCALE, "8", "cg", "2", "3");
        assertEquals(3, printed.seconds().size());
        assertTrue(printed.facts().containsKey("loss"), printed::toString);
    }

    @Test
    void treesAreCounted() {
        PrintedLines printed = printed("trees", SCALE, "4");
        assertEquals("3,000 x 159", printed.facts().get("rows"));
        assertTrue(printed.facts().get("trees").startsWith("4 of "), printed::toString);
    }

    @Test
    void peersGetTheSamePairsAndRows() throws IOException {
        Scale scale = new Scale();
        scale.scale = Double.parseDouble(SCALE);
        PeerData.writePairs(scale, folder);
        PeerData.writeRows(scale, folder);
        long pairs = PeerData.pairs(scale).size();
        assertEquals(128 + 4 * pairs, Files.size(folder.resolve("confidence.npy")));
        assertEquals(128 + 4L * 3_000 * 159, Files.size(folder.resolve("rows.npy")));
        assertTrue(PeerData.categories().startsWith("7,22,37,"), PeerData::categories);
    }

    @Test
    void anUnknownWorkIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> LingerSide.main(new String[] {"sing", SCALE}));
    }

    private static PrintedLines printed(String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            LingerSide.main(arguments);
        } finally {
            System.setOut(before);
        }
        return PrintedLines.of(bytes.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
