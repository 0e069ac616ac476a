package dev.linger.data.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GzipMembersTest {
    private static final byte[] FIRST = text(1);
    private static final byte[] SECOND = text(2);

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 1 << 16})
    void members_are_read_one_after_the_other_whatever_the_buffer(int buffer) throws IOException {
        assertArrayEquals(FIRST, unpacked(packed(FIRST), buffer));
        assertArrayEquals(
                joined(FIRST, SECOND, FIRST), unpacked(joined(packed(FIRST), packed(SECOND), packed(FIRST)), buffer));
        assertArrayEquals(SECOND, unpacked(joined(packed(new byte[0]), packed(SECOND)), buffer));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1 << 16})
    void a_header_may_hold_a_name_a_comment_more_and_its_checksum(int buffer) throws IOException {
        byte[] plain = packed(FIRST);
        byte[] more = {3, 0, 'x', 'y', 'z'};
        byte[] texts = {'n', 'a', 'm', 'e', 0, 's', 'a', 'i', 'd', 0};
        byte[] header = Arrays.copyOf(plain, 10);
        header[3] = 0b1_1110;
        byte[] whole = joined(header, more, texts);
        CRC32 sum = new CRC32();
        sum.update(whole);
        byte[] sumBytes = {(byte) sum.getValue(), (byte) (sum.getValue() >> 8)};
        byte[] rest = Arrays.copyOfRange(plain, 10, plain.length);
        assertArrayEquals(FIRST, unpacked(joined(whole, sumBytes, rest), buffer));
        sumBytes[0]++;
        assertSays("holds no packed data", joined(whole, sumBytes, rest));
    }

    @Test
    void wherever_a_file_is_cut_it_ended_early() {
        byte[] file = packed(FIRST);
        for (int length = 0; length < file.length; length++) {
            assertSays("ended early", Arrays.copyOf(file, length));
        }
    }

    @Test
    void wherever_a_second_member_is_cut_it_is_refused() {
        byte[] first = packed(FIRST);
        byte[] file = joined(first, packed(SECOND));
        for (int length = first.length + 1; length < file.length; length++) {
            boolean inHeader = length < first.length + 10;
            assertSays(inHeader ? "no packed data" : "ended early", Arrays.copyOf(file, length));
        }
    }

    @Test
    void a_wrong_checksum_or_length_is_damage() {
        for (int fromEnd = 1; fromEnd <= 8; fromEnd++) {
            byte[] file = packed(FIRST);
            file[file.length - fromEnd] ^= 1;
            assertSays("checksum does not match", file);
            assertSays("checksum does not match", joined(packed(SECOND), file));
            assertSays("checksum does not match", joined(file, packed(SECOND)));
        }
    }

    static Stream<byte[]> whatIsNoMember() {
        return Stream.of(
                "0,0,5000\n".getBytes(StandardCharsets.UTF_8),
                new byte[1],
                new byte[512],
                new byte[] {0x1F},
                new byte[] {0x1F, (byte) 0x8B, 7, 0, 0, 0, 0, 0, 0, 0, 0},
                new byte[] {0x1F, (byte) 0x8B, 8, (byte) 0x80, 0, 0, 0, 0, 0, 0, 0});
    }

    @ParameterizedTest
    @MethodSource("whatIsNoMember")
    void bytes_that_begin_no_member_are_refused(byte[] bytes) {
        assertSays("bytes follow the packed data that are no packed data", joined(packed(FIRST), bytes));
        assertSays("no packed data", joined(packed(FIRST), bytes, packed(SECOND)));
    }

    @Test
    void plain_text_under_the_name_of_a_packed_file_is_refused() {
        assertSays("holds no packed data", FIRST);
    }

    /** A changed bit can do no harm where a member's last byte has bits to spare. */
    @Test
    void no_changed_bit_of_packed_data_changes_the_text() throws IOException {
        byte[] file = joined(packed(SECOND), packed(FIRST));
        int second = packed(SECOND).length;
        SplittableRandom random = new SplittableRandom(5);
        int refused = 0;
        for (int trial = 0; trial < 2000; trial++) {
            byte[] changed = file.clone();
            int at = second + 10 + random.nextInt(file.length - second - 10);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            try {
                assertArrayEquals(joined(SECOND, FIRST), unpacked(changed, 64), () -> "byte " + at);
            } catch (InputException damaged) {
                refused++;
            }
        }
        assertTrue(refused > 1950, refused + " of 2000");
    }

    private static void assertSays(String what, byte[] file) {
        for (int buffer : new int[] {1, 1 << 16}) {
            String message = assertThrows(InputException.class, () -> unpacked(file, buffer))
                    .getMessage();
            assertTrue(message.startsWith("log.csv.gz") && message.contains(what), message);
        }
    }

    private static byte[] unpacked(byte[] file, int buffer) throws IOException {
        try (GzipMembers members = new GzipMembers("log.csv.gz", new ByteArrayInputStream(file), buffer)) {
            byte[] all = members.readAllBytes();
            assertEquals(-1, members.read());
            return all;
        }
    }

    static byte[] packed(byte[] text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return packed.toByteArray();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] text(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < 100; row++) {
            text.append(random.nextInt(50))
                    .append(',')
                    .append(random.nextInt(9000))
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
