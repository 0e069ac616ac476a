package dev.linger.data.columns;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnReaderTest {
    @TempDir
    private Path folder;

    @Test
    void every_kind_of_value_is_read_as_it_was_written() throws IOException {
        float[] floats = {0, -0f, Float.NaN, Float.MIN_VALUE, Float.NEGATIVE_INFINITY};
        double[] doubles = {0, -0d, Double.NaN, Double.MAX_VALUE, 1e-300};
        Path file = written(out -> {
            out.number(-3);
            out.number(Long.MIN_VALUE);
            out.number(0.1);
            out.text("é 漢 \n");
            out.ints(new int[] {1, -1, Integer.MAX_VALUE});
            out.longs(new long[] {Long.MAX_VALUE});
            out.floats(floats);
            out.doubles(doubles);
            out.ints(new int[0]);
        });
        try (ColumnReader in = reader(file)) {
            assertTrue(in.isWhole());
            assertEquals(-3, in.number());
            assertEquals(Long.MIN_VALUE, in.number64());
            assertEquals(0.1, in.real());
            assertEquals("é 漢 \n", in.text());
            assertArrayEquals(new int[] {1, -1, Integer.MAX_VALUE}, in.ints());
            assertArrayEquals(new long[] {Long.MAX_VALUE}, in.longs());
            assertArrayEquals(floats, in.floats());
            assertArrayEquals(doubles, in.doubles());
            assertFalse(in.isAtEnd());
            assertEquals(0, in.ints().length);
            assertTrue(in.isAtEnd());
        }
    }

    @Test
    void a_column_larger_than_the_buffer_is_read_whole() throws IOException {
        int[] values = IntStream.range(0, ColumnWriter.BUFFER_BYTES).toArray();
        Path file = written(out -> {
            out.text("x"); // what follows is not aligned
            out.ints(values);
            out.text("end");
        });
        try (ColumnReader in = reader(file)) {
            assertEquals("x", in.text());
            assertArrayEquals(values, in.ints());
            assertEquals("end", in.text());
            assertTrue(in.isAtEnd());
        }
    }

    /** With room for them the largest would take 16 GiB, more than the tests have. */
    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, -1, 3})
    void a_column_that_says_it_is_longer_than_the_file_is_given_no_room(int size) throws IOException {
        Path file = written(out -> out.number(size)); // the checksum has 8 bytes: room for two ints at most
        for (Reading reading :
                new Reading[] {ColumnReader::ints, ColumnReader::longs, ColumnReader::floats, ColumnReader::doubles}) {
            assertRefused(file, size, reading);
        }
        if (size != 3) {
            assertRefused(file, size, ColumnReader::text);
        }
    }

    private static void assertRefused(Path file, int size, Reading reading) throws IOException {
        try (ColumnReader in = reader(file)) {
            Executable read = () -> reading.from(in);
            String message = assertThrows(EOFException.class, read).getMessage();
            assertTrue(message.startsWith("a column says it has " + size + " values of "), message);
        }
    }

    @Test
    void a_file_cut_short_or_changed_is_not_whole() throws IOException {
        Path file = written(out -> out.longs(new long[] {1, 2, 3}));
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            assertFalse(isWhole(Arrays.copyOf(whole, length)), "of " + length + " bytes");
        }
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            assertFalse(isWhole(changed), "with byte " + at + " changed");
        }
        assertTrue(isWhole(whole));
    }

    private boolean isWhole(byte[] bytes) throws IOException {
        try (ColumnReader in = reader(Files.write(folder.resolve("changed"), bytes))) {
            return in.isWhole();
        }
    }

    private Path written(Writing writing) throws IOException {
        Path file = folder.resolve("columns");
        try (ColumnWriter out =
                new ColumnWriter(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            writing.to(out);
            out.finish();
        }
        return file;
    }

    private static ColumnReader reader(Path file) throws IOException {
        return new ColumnReader(FileChannel.open(file));
    }

    @FunctionalInterface
    private interface Writing {
        void to(ColumnWriter out) throws IOException;
    }

    @FunctionalInterface
    private interface Reading {
        Object from(ColumnReader in) throws IOException;
    }
}
