package dev.linger.pipeline.malformed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;

/** Unpacks a gzip file member by member, as RFC 1952 has it, to the last byte. */
final class SlowGzip {
    private static final int HEADER = 10;
    private static final int TRAILER = 8;

    private SlowGzip() {}

    static byte[] packed(byte[] text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The text of all members; null where the file is anything but whole members. */
    static byte[] unpacked(byte[] file) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int at = 0;
        do {
            at = member(file, at, text);
        } while (at >= 0 && at < file.length);
        return at < 0 ? null : text.toByteArray();
    }

    /** Where the member that begins here ends; -1 where there is none. */
    private static int member(byte[] file, int begin, ByteArrayOutputStream text) {
        int at = afterHeader(file, begin);
        if (at < 0) {
            return -1;
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(file, at, file.length - at);
            CRC32 checksum = new CRC32();
            byte[] piece = new byte[1 << 12];
            while (!inflater.finished()) {
                int count = inflater.inflate(piece);
                if (count == 0 && !inflater.finished()) {
                    return -1;
                }
                checksum.update(piece, 0, count);
                text.write(piece, 0, count);
            }
            int trailer = file.length - inflater.getRemaining();
            if (trailer + TRAILER > file.length) {
                return -1;
            }
            ByteBuffer numbers = ByteBuffer.wrap(file, trailer, TRAILER).order(ByteOrder.LITTLE_ENDIAN);
            boolean whole = numbers.getInt() == (int) checksum.getValue()
                    && numbers.getInt() == (int) inflater.getBytesWritten();
            return whole ? trailer + TRAILER : -1;
        } catch (DataFormatException damaged) {
            return -1;
        } finally {
            inflater.end();
        }
    }

    private static int afterHeader(byte[] file, int begin) {
        if (begin + HEADER > file.length
                || file[begin] != 0x1f
                || file[begin + 1] != (byte) 0x8b
                || file[begin + 2] != 8
                || (file[begin + 3] & 0xe0) != 0) {
            return -1;
        }
        int flags = file[begin + 3];
        int at = begin + HEADER;
        if ((flags & 4) != 0) {
            at = at + 2 > file.length ? -1 : at + 2 + (file[at] & 0xff) + 256 * (file[at + 1] & 0xff);
        }
        for (int text = flags >> 3 & 3; text > 0 && at >= 0; text &= text - 1) {
            while (at < file.length && file[at] != 0) {
                at++;
            }
            at = at < file.length ? at + 1 : -1;
        }
        if (at < 0 || (flags & 2) == 0) {
            return at > file.length ? -1 : at;
        }
        CRC32 checksum = new CRC32();
        checksum.update(file, begin, Math.min(at, file.length) - begin);
        boolean whole = at + 2 <= file.length
                && (file[at] & 0xff) + 256 * (file[at + 1] & 0xff) == (int) (checksum.getValue() & 0xffff);
        return whole ? at + 2 : -1;
    }
}
