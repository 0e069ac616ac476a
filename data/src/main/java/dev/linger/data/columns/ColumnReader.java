package dev.linger.data.columns;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Reads what {@link ColumnWriter} wrote, in the same order. No column is given more room than the file has left. */
public final class ColumnReader implements Closeable {
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(ColumnWriter.BUFFER_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .limit(0);

    /** Reads from a channel, which {@link #close} closes. */
    public ColumnReader(FileChannel channel) {
        this.channel = channel;
    }

    /** Whether the file ends with the checksum of all that stands before it; the reading begins after that. */
    public boolean isWhole() throws IOException {
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

    /** Whether nothing is left but the checksum. */
    public boolean isAtEnd() throws IOException {
        return channel.size() - channel.position() + buffer.remaining() == Long.BYTES;
    }

    /** The next whole number of 4 bytes. */
    public int number() throws IOException {
        return filled(Integer.BYTES).getInt();
    }

    /** The next whole number of 8 bytes. */
    public long number64() throws IOException {
        return filled(Long.BYTES).getLong();
    }

    /** The next number of 8 bytes. */
    public double real() throws IOException {
        return Double.longBitsToDouble(number64());
    }

    /** The next text. */
    public String text() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** The next column of bytes. */
    public byte[] bytes() throws IOException {
        byte[] bytes = new byte[count(1)];
        fill(bytes.length, 1, (at, count) -> buffer.duplicate().get(bytes, at, count));
        return bytes;
    }

    /** The next column of whole numbers. */
    public int[] ints() throws IOException {
        int[] values = new int[count(Integer.BYTES)];
        fill(values.length, Integer.BYTES, (at, count) -> buffer.asIntBuffer().get(values, at, count));
        return values;
    }

    /** The next column of longs. */
    public long[] longs() throws IOException {
        long[] values = new long[count(Long.BYTES)];
        fill(values.length, Long.BYTES, (at, count) -> buffer.asLongBuffer().get(values, at, count));
        return values;
    }

    /** The next column of floats. */
    public float[] floats() throws IOException {
        float[] values = new float[count(Float.BYTES)];
        fill(values.length, Float.BYTES, (at, count) -> buffer.asFloatBuffer().get(values, at, count));
        return values;
    }

    /** The next column of doubles. */
    public double[] doubles() throws IOException {
        double[] values = new double[count(Double.BYTES)];
        fill(values.length, Double.BYTES, (at, count) -> buffer.asDoubleBuffer().get(values, at, count));
        return values;
    }

    /** The next whole number, which says how many values of at least some bytes each follow: no more than there is room for. */
    public int count(int bytes) throws IOException {
        int count = number();
        long left = channel.size() - channel.position() + buffer.remaining();
        if (count < 0 || (long) count * bytes > left) {
            throw new EOFException(
                    "a column says it has " + count + " values of " + bytes + " bytes but " + left + " bytes are left");
        }
        return count;
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
