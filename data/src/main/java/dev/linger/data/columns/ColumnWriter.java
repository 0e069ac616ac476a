package dev.linger.data.columns;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.zip.CRC32C;

/** Writes numbers, texts and columns, little-endian; at the end the CRC-32C of all of it. */
public final class ColumnWriter implements Closeable {
    static final int BUFFER_BYTES = 1 << 20;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C checksum = new CRC32C();

    /** Writes to a channel, which {@link #close} closes. */
    public ColumnWriter(FileChannel channel) {
        this.channel = channel;
    }

    /** A whole number of 4 bytes. */
    public void number(int value) throws IOException {
        room(Integer.BYTES).putInt(value);
    }

    /** A whole number of 8 bytes. */
    public void number(long value) throws IOException {
        room(Long.BYTES).putLong(value);
    }

    /** A number of 8 bytes, bit for bit. */
    public void number(double value) throws IOException {
        number(Double.doubleToRawLongBits(value));
    }

    /** A text in UTF-8. */
    public void text(String text) throws IOException {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A column of bytes. */
    public void bytes(byte[] values) throws IOException {
        number(values.length);
        for (byte one : values) {
            room(1).put(one);
        }
    }

    /** A column of whole numbers. */
    public void ints(int size, IntUnaryOperator at) throws IOException {
        number(size);
        for (int row = 0; row < size; row++) {
            room(Integer.BYTES).putInt(at.applyAsInt(row));
        }
    }

    /** A column of whole numbers. */
    public void ints(int[] values) throws IOException {
        ints(values.length, row -> values[row]);
    }

    /** A column of longs. */
    public void longs(int size, IntToLongFunction at) throws IOException {
        number(size);
        for (int row = 0; row < size; row++) {
            room(Long.BYTES).putLong(at.applyAsLong(row));
        }
    }

    /** A column of doubles, bit for bit. */
    public void doubles(int size, IntToDoubleFunction at) throws IOException {
        longs(size, row -> Double.doubleToRawLongBits(at.applyAsDouble(row)));
    }

    /** A column of doubles, bit for bit. */
    public void doubles(double[] values) throws IOException {
        doubles(values.length, row -> values[row]);
    }

    /** A column of longs. */
    public void longs(long[] values) throws IOException {
        longs(values.length, row -> values[row]);
    }

    /** A column of floats, bit for bit. */
    public void floats(float[] values) throws IOException {
        ints(values.length, row -> Float.floatToRawIntBits(values[row]));
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() throws IOException {
        buffer.flip();
        checksum.update(buffer);
        buffer.rewind();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    /** Writes what is left and the checksum. What a crash then keeps from the disk, the checksum tells. */
    public void finish() throws IOException {
        flush();
        buffer.putLong(checksum.getValue());
        flush();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
