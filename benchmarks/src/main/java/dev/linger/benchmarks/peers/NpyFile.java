package dev.linger.benchmarks.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Arrays in NumPy's format NPY 1.0, as {@code numpy.load} reads them. */
final class NpyFile {
    private static final int ALIGNED_TO = 64;
    private static final int CELLS_A_WRITE = 1 << 20;

    private NpyFile() {}

    static void write(Path file, int[] values) {
        write(file, "<i4", "(" + values.length + ",)", values.length, (cells, from, to) -> {
            for (int at = from; at < to; at++) {
                cells.putInt(values[at]);
            }
        });
    }

    static void write(Path file, float[] values) {
        write(file, "(" + values.length + ",)", values);
    }

    /** A matrix row by row. */
    static void write(Path file, float[] values, int columns) {
        write(file, "(" + values.length / columns + ", " + columns + ")", values);
    }

    private static void write(Path file, String shape, float[] values) {
        write(file, "<f4", shape, values.length, (cells, from, to) -> {
            for (int at = from; at < to; at++) {
                cells.putFloat(values[at]);
            }
        });
    }

    private interface Cells {
        void put(ByteBuffer into, int from, int to);
    }

    private static void write(Path file, String type, String shape, int count, Cells cells) {
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES * CELLS_A_WRITE).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            drain(buffer.put(header(type, shape)), channel);
            for (int from = 0; from < count; from += CELLS_A_WRITE) {
                cells.put(buffer, from, Math.min(count, from + CELLS_A_WRITE));
                drain(buffer, channel);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be written", failure);
        }
    }

    private static void drain(ByteBuffer buffer, FileChannel channel) throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    /** Magic, version, length of the text, the text; blanks before its end of line fill up to a multiple of 64 bytes. */
    private static byte[] header(String type, String shape) {
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
        int before = 10;
        int blanks = ALIGNED_TO - (before + text.length() + 1) % ALIGNED_TO;
        String padded = text + " ".repeat(blanks) + "\n";
        return ByteBuffer.allocate(before + padded.length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.ISO_8859_1))
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) padded.length())
                .put(padded.getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }
}
