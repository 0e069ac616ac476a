package dev.linger.data.csv;

import dev.linger.data.Progress;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that digests what is read of it and tells how far it is. */
final class MeasuredStream extends FilterInputStream {
    private final Sha256 digest = new Sha256();
    private final Progress.Task task;
    private long bytes;

    MeasuredStream(InputStream source, Progress.Task task) {
        super(source);
        this.task = task;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            digest.update(buffer, offset, count);
            bytes += count;
            task.advance(count);
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** How many bytes were read. */
    long bytes() {
        return bytes;
    }

    /** Reads what is left and gives the SHA-256 of all of it, in hexadecimal digits. */
    String drainedSha256() throws IOException {
        byte[] rest = new byte[1 << 18];
        while (read(rest, 0, rest.length) >= 0) {
            // only the digest is wanted
        }
        return digest.finish();
    }
}
