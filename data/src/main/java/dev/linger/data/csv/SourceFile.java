package dev.linger.data.csv;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One CSV file, plain ({@code name}) or gzipped ({@code name.gz}), or a part of a plain one: the lines below its header that
 * begin within a range of its bytes, numbered from 1.
 */
public final class SourceFile implements RowFile {
    private static final int BUFFER = 1 << 18;

    /** Of a packed file a sample's share is told from what was read of it: read little ahead. */
    private static final int SMALL_BUFFER = 1 << 12;

    private static final int SAMPLE = 1 << 20;

    /** Bytes of a block that a thread parses: with its numbers it stays in a core's cache. */
    private static final int BLOCK = 1 << 18;

    private final StoredBytes stored;
    private final String name;
    private final long bytes;
    private final char delimiter;
    private final long from;
    private final long to;

    private SourceFile(StoredBytes stored, String name, long bytes, char delimiter, long from, long to) {
        this.stored = stored;
        this.name = name;
        this.bytes = bytes;
        this.delimiter = delimiter;
        this.from = from;
        this.to = to;
    }

    /**
     * A file that is stored anywhere.
     *
     * @param name without folders
     * @param bytes how many it has
     */
    public static SourceFile stored(StoredBytes stored, String name, long bytes) {
        return new SourceFile(stored, name, bytes, ',', 0, bytes);
    }

    /** The file at a path, which must be there. */
    public static SourceFile at(Path path) {
        try {
            return stored(StoredBytes.at(path), String.valueOf(path.getFileName()), Files.size(path));
        } catch (IOException failure) {
            throw new InputException(path + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    /** The same with fields that are parted by another character than a comma, such as a semicolon or a tab. */
    public SourceFile delimitedBy(char other) {
        return new SourceFile(stored, name, bytes, other, from, to);
    }

    /**
     * The lines that begin at a place or behind it, before another, by {@link #readNumbers} alone. The first part of a file
     * must hold its header.
     *
     * @throws IllegalArgumentException where the file is gzipped and this is not all of it
     */
    public SourceFile part(long begin, long end) {
        if (isPacked() && (begin > 0 || end < bytes)) {
            throw new IllegalArgumentException(name + " is gzipped, so no part of it can be read by itself");
        }
        return new SourceFile(stored, name, bytes, delimiter, begin, end);
    }

    /** Whether it is gzipped, so that it must be read from its beginning. */
    public boolean isPacked() {
        return name.endsWith(".gz");
    }

    /** A text of a row as it stands in the file, for people. */
    @Override
    public String original(String text) {
        return delimiter == ',' ? text : text.replace(',', delimiter).replace(DecodedText.COMMA, ',');
    }

    /** The text of a number, in which a comma marks the decimals where it parts no fields. */
    @Override
    public String decimal(String text) {
        return text.replace(DecodedText.COMMA, '.');
    }

    /** The file with this name in the directory, plain or gzipped; an {@link InputException} where both stand. */
    public static Optional<SourceFile> find(Path directory, String name) {
        Path plain = directory.resolve(name);
        Path zipped = directory.resolve(name + ".gz");
        if (Files.exists(plain) && Files.exists(zipped)) {
            throw new InputException("both " + name + " and " + name + ".gz stand in " + directory
                    + "; remove one, so that it is clear which is meant.");
        }
        Path path = Files.exists(plain) ? plain : zipped;
        return Files.exists(path) ? Optional.of(at(path)) : Optional.empty();
    }

    /** The file's name, with {@code .gz} where it is gzipped. */
    @Override
    public String name() {
        return name;
    }

    /** Its size on disk. */
    @Override
    public long bytes() {
        return bytes;
    }

    /**
     * The number of lines below the header, told from the file's size and the length of its first lines; exact where the
     * file ends within these.
     */
    @Override
    public long estimatedRows() {
        byte[] sample = new byte[SAMPLE];
        try (Progress.Task unseen = Progress.SILENT.start("reading " + name, "bytes", SAMPLE);
                MeasuredStream source = new MeasuredStream(stored.open(0), unseen);
                InputStream text = unpacked(source, SMALL_BUFFER)) {
            int length = text.readNBytes(sample, 0, SAMPLE);
            LineCounter lines = new LineCounter();
            lines.count(sample, 0, length);
            boolean whole = length < SAMPLE;
            double all = whole ? lines.lines() : (double) lines.lines() * bytes / source.bytes();
            return Math.max(0, Math.round(all) - 1);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /** The file's first line with anything on it; an {@link InputException} where it is no header. */
    @Override
    public CsvHeader header() {
        return opened(Progress.SILENT, (text, source) -> HeaderLine.read(name, new DecodedText(text, delimiter)));
    }

    /** The SHA-256 of the bytes on disk, in hexadecimal digits. */
    @Override
    public String sha256(Progress progress) {
        return opened(progress, (text, source) -> drained(source));
    }

    /**
     * Hands each row below the header to the sink, and tells what the whole file holds; nothing that the sink was given is
     * to be believed before this returns.
     *
     * @throws InputException where the file cannot be read or unpacked to its last byte
     */
    @Override
    public FileReading readRows(CsvHeader header, Cells cells, Progress progress, RowSink sink) {
        return opened(progress, (text, source) -> {
            RowReader rows = new RowReader(new DecodedText(text, delimiter), header, cells, sink);
            rows.readAll();
            return new FileReading(drained(source), source.bytes(), rows.counts());
        });
    }

    @Override
    public FileReading readNumbers(CsvHeader header, Progress progress, NumberSink sink) {
        return from > 0 || to < bytes
                ? readPart(header, sink, BLOCK)
                : readNumbers(
                        header, progress, sink, BLOCK, Runtime.getRuntime().availableProcessors());
    }

    FileReading readNumbers(CsvHeader header, Progress progress, NumberSink sink, int blockSize, int threads) {
        return opened(progress, (text, source) -> {
            try (NumberReader rows = new NumberReader(text, delimiter, header, false, sink, blockSize, threads)) {
                rows.readAll();
                return new FileReading(drained(source), source.bytes(), rows.counts());
            }
        });
    }

    /** Reads the part by one thread beside the caller's: other parts are read at the same time. */
    FileReading readPart(CsvHeader header, NumberSink sink, int blockSize) {
        boolean hasHeader = from == 0;
        try (LinesWithin lines = new LinesWithin(stored, from, to);
                InputStream text = hasHeader ? withoutByteOrderMark(lines) : lines;
                NumberReader rows = new NumberReader(text, delimiter, header, !hasHeader, sink, blockSize, 1)) {
            rows.readAll();
            return FileReading.ofPart(hasHeader, lines.bytes(), rows.counts());
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private String drained(MeasuredStream source) throws IOException {
        String sha256 = source.drainedSha256();
        if (source.bytes() != bytes) {
            throw new InputException(name + " changed while it was read: it had " + bytes + " bytes at first and "
                    + source.bytes() + " when read. Wait until it is written.");
        }
        return sha256;
    }

    private <R> R opened(Progress progress, Work<R> work) {
        try (Progress.Task task = progress.start("reading " + name, "bytes", bytes);
                MeasuredStream source = new MeasuredStream(stored.open(0), task);
                InputStream text = withoutByteOrderMark(unpacked(source, BUFFER))) {
            return work.run(text, source);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private InputException unreadable(IOException failure) {
        return new InputException(
                name + " cannot be read: " + failure.getMessage() + ". Is the file complete?", failure);
    }

    private InputStream unpacked(InputStream source, int buffer) {
        return isPacked() ? new GzipMembers(name, source, buffer) : source;
    }

    private static InputStream withoutByteOrderMark(InputStream source) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(source, BUFFER);
        buffered.mark(3);
        if (buffered.read() != 0xEF || buffered.read() != 0xBB || buffered.read() != 0xBF) {
            buffered.reset();
        }
        return buffered;
    }

    @FunctionalInterface
    private interface Work<R> {
        R run(InputStream text, MeasuredStream source) throws IOException;
    }
}
