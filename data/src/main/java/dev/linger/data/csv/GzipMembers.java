package dev.linger.data.csv;

import dev.linger.data.InputException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The text of a gzip file, which is a chain of members, every byte of it accounted for: a member that is cut short or
 * damaged, a wrong checksum or length, and bytes behind the last member that begin no other are an {@link InputException}.
 * {@link java.util.zip.GZIPInputStream} takes such bytes for the end of the file.
 *
 * <p>Source: P. Deutsch, "GZIP file format specification version 4.3", RFC 1952, section 2.3.
 */
final class GzipMembers extends InputStream {
    private static final int HEADER_CHECKSUM = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;
    private static final int RESERVED = 0b1110_0000;
    private static final String AGAIN = " Copy or download it again; gzip -t tells whether a file is whole.";

    private final String file;
    private final InputStream source;
    private final byte[] packed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final CRC32 headerChecksum = new CRC32();
    private int begin;
    private int end;
    private boolean inMember;
    private long members;

    /** @param buffer how many bytes are read ahead of what is unpacked, at most */
    GzipMembers(String file, InputStream source, int buffer) {
        this.file = file;
        this.source = source;
        this.packed = new byte[buffer];
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (inMember || beginMember()) {
            int count = inflate(target, offset, length);
            if (count > 0) {
                checksum.update(target, offset, count);
                return count;
            }
        }
        return -1;
    }

    /** So many bytes of the member in hand; 0 where it ended or more must be read. */
    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            int count = inflater.inflate(target, offset, length);
            if (count == 0 && inflater.finished()) {
                begin = end - inflater.getRemaining();
                endMember();
            } else if (count == 0 && inflater.needsDictionary()) {
                throw damaged();
            } else if (count == 0) {
                if (!fill()) {
                    throw endedEarly();
                }
                inflater.setInput(packed, begin, end - begin);
            }
            return count;
        } catch (DataFormatException failure) {
            throw damaged();
        }
    }

    /** False at the end of the file. */
    private boolean beginMember() throws IOException {
        if (begin == end && !fill() && members > 0) {
            return false;
        }
        try {
            readHeader();
        } catch (EOFException cutShort) {
            throw members == 0 ? endedEarly() : noMember();
        }
        inflater.reset();
        inflater.setInput(packed, begin, end - begin);
        checksum.reset();
        inMember = true;
        members++;
        return true;
    }

    private void readHeader() throws IOException {
        headerChecksum.reset();
        boolean known = next() == 0x1F && next() == 0x8B && next() == 8; // 8: deflate, the only method there is
        int flags = known ? next() : RESERVED;
        if ((flags & RESERVED) != 0) {
            throw noMember();
        }
        skip(6); // time, level, system
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        int sum = (int) headerChecksum.getValue() & 0xFFFF;
        if ((flags & HEADER_CHECKSUM) != 0 && sum != (next() | next() << 8)) {
            throw noMember();
        }
    }

    private void endMember() throws IOException {
        try {
            long sum = fourBytes();
            long length = fourBytes();
            if (sum != checksum.getValue() || length != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
                throw new InputException(file + " is damaged: its checksum does not match its content." + AGAIN);
            }
        } catch (EOFException cutShort) {
            throw endedEarly();
        }
        inMember = false;
    }

    private long fourBytes() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private void skipText() throws IOException {
        int at = next();
        while (at != 0) {
            at = next();
        }
    }

    private void skip(int count) throws IOException {
        for (int left = count; left > 0; left--) {
            next();
        }
    }

    private int next() throws IOException {
        if (begin == end && !fill()) {
            throw new EOFException();
        }
        int value = packed[begin++] & 0xFF;
        headerChecksum.update(value);
        return value;
    }

    /** False where the file has no more bytes. */
    private boolean fill() throws IOException {
        begin = 0;
        end = Math.max(0, source.read(packed, 0, packed.length));
        return end > 0;
    }

    private InputException endedEarly() {
        return new InputException(file + " ended early: its packed data are cut short." + AGAIN);
    }

    private InputException damaged() {
        return new InputException(file + " is damaged: its packed data cannot be unpacked." + AGAIN);
    }

    private InputException noMember() {
        return new InputException(
                members == 0
                        ? file
                                + " holds no packed data, which its name promises: pack it with gzip, or take .gz from its"
                                + " name if it is plain text."
                        : file + ": bytes follow the packed data that are no packed data. Were plain rows or padding"
                                + " added, or is it cut short? Pack all of its text again, or take them away.");
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        source.close();
    }
}
