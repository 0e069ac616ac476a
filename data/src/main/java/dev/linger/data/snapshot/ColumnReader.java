package dev.linger.data.snapshot;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Reads what {@link ColumnWriter} wrote. */
final class ColumnReader implements Closeable {
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(ColumnWriter.BUFFER_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .limit(0);

    ColumnReader(FileChannel channel) {
        this.channel = channel;
    }

    /** Whether the file ends with the checksum of all that stands before it; the reading begins after that. */
    boolean isWhole() throws IOException {
        CRC32C checksum = new CRC32C();
        long left = channel.size() - Long.BYTES;
        while (left > 0) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), left));
            if (channel.read(buffer) < 0) {
                return false;
            }
            left -= buffer.flip().remaining();
            checksum.update(buffer);
        }
        buffer.clear().limit(0);
        boolean whole = left == 0 && number64() == checksum.getValue();
        channel.position(0);
        buffer.limit(0);
        return whole;
    }

    int number() throws IOException {
        return filled(Integer.BYTES).getInt();
    }

    long number64() throws IOException {
        return filled(Long.BYTES).getLong();
    }

    double real() throws IOException {
        return Double.longBitsToDouble(number64());
    }

    String text() throws IOException {
        byte[] bytes = new byte[number()];
        fill(bytes.length, 1, (at, count) -> buffer.duplicate().get(bytes, at, count));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    int[] ints() throws IOException {
        int[] values = new int[number()];
        fill(values.length, Integer.BYTES, (at, count) -> buffer.asIntBuffer().get(values, at, count));
        return values;
    }

    long[] longs() throws IOException {
        long[] values = new long[number()];
        fill(values.length, Long.BYTES, (at, count) -> buffer.asLongBuffer().get(values, at, count));
        return values;
    }

    float[] floats() throws IOException {
        float[] values = new float[number()];
        fill(values.length, Float.BYTES, (at, count) -> buffer.asFloatBuffer().get(values, at, count));
        return values;
    }

    double[] doubles() throws IOException {
        double[] values = new double[number()];
        fill(values.length, Double.BYTES, (at, count) -> buffer.asDoubleBuffer().get(values, at, count));
        return values;
    }

    private void fill(int size, int width, Piece piece) throws IOException {
        for (int at = 0; at < size; ) {
            int count = Math.min(size - at, filled(width).remaining() / width);
            piece.get(at, count);
            buffer.position(buffer.position() + count * width);
            at += count;
        }
    }

    /** The buffer with at least so many bytes of the file in it. */
    private ByteBuffer filled(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            buffer.compact();
            while (buffer.position() < bytes) {
                if (channel.read(buffer) < 0) {
                    throw new EOFException("it ends too early");
                }
            }
            buffer.flip();
        }
        return buffer;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    @FunctionalInterface
    private interface Piece {
        void get(int at, int count);
    }
}
