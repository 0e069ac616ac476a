package dev.linger.data.snapshot;

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
final class ColumnWriter implements Closeable {
    static final int BUFFER_BYTES = 1 << 20;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C checksum = new CRC32C();

    ColumnWriter(FileChannel channel) {
        this.channel = channel;
    }

    void number(int value) throws IOException {
        room(Integer.BYTES).putInt(value);
    }

    void number(long value) throws IOException {
        room(Long.BYTES).putLong(value);
    }

    void number(double value) throws IOException {
        number(Double.doubleToRawLongBits(value));
    }

    void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        for (byte one : bytes) {
            room(1).put(one);
        }
    }

    void ints(int size, IntUnaryOperator at) throws IOException {
        number(size);
        for (int row = 0; row < size; row++) {
            room(Integer.BYTES).putInt(at.applyAsInt(row));
        }
    }

    void longs(int size, IntToLongFunction at) throws IOException {
        number(size);
        for (int row = 0; row < size; row++) {
            room(Long.BYTES).putLong(at.applyAsLong(row));
        }
    }

    void doubles(int size, IntToDoubleFunction at) throws IOException {
        longs(size, row -> Double.doubleToRawLongBits(at.applyAsDouble(row)));
    }

    /** Every value exactly a float's. */
    void floats(float[] values) throws IOException {
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
    void finish() throws IOException {
        flush();
        buffer.putLong(checksum.getValue());
        flush();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
