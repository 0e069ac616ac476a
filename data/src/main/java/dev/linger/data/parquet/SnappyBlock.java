package dev.linger.data.parquet;

import java.io.IOException;

/**
 * Unpacks a block of Snappy: the length of what was packed, then literals and copies of what was unpacked before.
 *
 * <p>Source: github.com/google/snappy, format_description.txt.
 */
final class SnappyBlock {
    private final byte[] in;
    private final byte[] out;
    private int at;
    private int filled;

    private SnappyBlock(byte[] in, int length) {
        this.in = in;
        this.out = new byte[length];
    }

    /**
     * The bytes that were packed.
     *
     * @param length how many they are to be
     * @throws IOException where the block is not one of so many bytes
     */
    static byte[] unpacked(byte[] block, int length) throws IOException {
        if (length > 22L * block.length) {
            throw new IOException("a page is too short for what it is to hold"); // a copy of 3 bytes gives 64 at most
        }
        SnappyBlock snappy = new SnappyBlock(block, length);
        if (snappy.varint() != length) {
            throw new IOException("a page is of another length than its header says");
        }
        while (snappy.at < block.length) {
            snappy.element();
        }
        if (snappy.filled != length) {
            throw new IOException("a page ends too early");
        }
        return snappy.out;
    }

    private void element() throws IOException {
        int tag = in[at++] & 0xFF;
        int upper = tag >>> 2;
        switch (tag & 3) {
            case 0 -> literal(1 + (upper < 60 ? upper : little(upper - 59)));
            case 1 -> copy((upper >>> 3) << 8 | little(1), 4 + (upper & 7));
            case 2 -> copy(little(2), 1 + upper);
            default -> copy(little(4), 1 + upper);
        }
    }

    private void literal(int length) throws IOException {
        if (length <= 0 || length > in.length - at || length > out.length - filled) {
            throw new IOException("a page is damaged");
        }
        System.arraycopy(in, at, out, filled, length);
        at += length;
        filled += length;
    }

    /** Byte by byte, for what is copied may be what this copy has just written. */
    private void copy(int back, int length) throws IOException {
        if (back <= 0 || back > filled || length > out.length - filled) {
            throw new IOException("a page is damaged");
        }
        for (int end = filled + length; filled < end; filled++) {
            out[filled] = out[filled - back];
        }
    }

    private int little(int bytes) throws IOException {
        if (bytes > in.length - at) {
            throw new IOException("a page ends too early");
        }
        int value = 0;
        for (int shift = 0; shift < 8 * bytes; shift += 8) {
            value |= (in[at++] & 0xFF) << shift;
        }
        return value;
    }

    private int varint() throws IOException {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = little(1);
            value |= (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IOException("a page is damaged");
    }
}
