package dev.linger.benchmarks.peers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NpyFileTest {
    @TempDir
    private Path folder;

    @Test
    void wholeNumbersFollowAHeaderOf64BytesInTheOrderOfSmallEnds() throws IOException {
        Path file = folder.resolve("users.npy");
        NpyFile.write(file, new int[] {1, 258});
        byte[] bytes = Files.readAllBytes(file);
        // 10 bytes before the text of 58, padded with its end of line to 128 - 10 = 118.
        assertArrayEquals(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0}, Arrays.copyOf(bytes, 10));
        String header = new String(bytes, 10, 118, StandardCharsets.ISO_8859_1);
        assertEquals("{'descr': '<i4', 'fortran_order': False, 'shape': (2,), }", header.strip());
        assertEquals('\n', header.charAt(117));
        assertArrayEquals(new byte[] {1, 0, 0, 0, 2, 1, 0, 0}, Arrays.copyOfRange(bytes, 128, bytes.length));
    }

    @Test
    void aMatrixSaysItsRowsAndColumns() throws IOException {
        Path file = folder.resolve("rows.npy");
        NpyFile.write(file, new float[] {1, 2, 3, 4, 5, 6}, 3);
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertEquals(128 + 6 * Float.BYTES, text.length());
        assertTrue(text.contains("'<f4'") && text.contains("'shape': (2, 3)"), text);
    }
}
