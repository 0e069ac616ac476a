package dev.linger.data.parquet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class SnappyBlockTest {
    @Test
    void literals_and_copies_of_each_kind_are_put_together() throws IOException {
        assertEquals("", text("00", 0));
        assertEquals("abcd", text("04 0c 61626364", 4));
        assertEquals("abcdabcd", text("08 0c 61626364 01 04", 8), "a copy of 4 from 4 back, offset of 11 bits");
        assertEquals("abcdcd", text("06 0c 61626364 06 0200", 6), "a copy of 2 from 2 back, offset of 16 bits");
        assertEquals("abcdd", text("05 0c 61626364 03 01000000", 5), "a copy of 1 from 1 back, offset of 32 bits");
        assertEquals("abababab", text("08 04 6162 16 0200", 8), "a copy runs into what it writes");
    }

    @Test
    void a_long_literal_has_its_length_in_bytes_of_their_own() throws IOException {
        byte[] block = new byte[2 + 2 + 100];
        Arrays.fill(block, (byte) 'x');
        block[0] = 100;
        block[1] = (byte) (60 << 2);
        block[2] = 99;
        byte[] exact = Arrays.copyOf(block, 3 + 100);
        assertArrayEquals("x".repeat(100).getBytes(StandardCharsets.US_ASCII), SnappyBlock.unpacked(exact, 100));
    }

    @Test
    void what_is_no_block_of_so_many_bytes_is_refused() {
        for (String damaged : new String[] {
            "", // no length
            "04", // nothing follows
            "04 0c 616263", // a literal that is cut
            "04 0c 61626364 00", // a tag that is cut
            "04 0c 61626364 0c 61626364", // more than there is room for
            "05 0c 61626364", // less
            "08 0c 61626364 01 05", // a copy of what was never there
            "08 0c 61626364 01 00", // a copy of itself
            "05 0c 61626364 01 04", // a copy without room
            "04 f0 ", // the length of a literal is cut
            "04 fc ffffffff 61", // a literal of a negative length
            "08 0c 61626364 03 ffffffff", // a copy from ahead
            "ffffffffff 00", // a length of too many bytes
        }) {
            assertThrows(IOException.class, () -> text(damaged, 4 + 4 * (damaged.startsWith("08") ? 1 : 0)), damaged);
        }
        assertThrows(IOException.class, () -> text("ffffffff07 00", Integer.MAX_VALUE), "no memory is made for it");
    }

    private static String text(String hex, int length) throws IOException {
        byte[] block = HexFormat.of().parseHex(hex.replace(" ", ""));
        return new String(SnappyBlock.unpacked(block, length), StandardCharsets.US_ASCII);
    }
}
