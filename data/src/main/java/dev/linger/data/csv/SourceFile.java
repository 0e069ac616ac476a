package dev.linger.data.csv;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** One CSV file, plain ({@code name}) or gzipped ({@code name.gz}). */
public final class SourceFile implements RowFile {
    private static final int BUFFER = 1 << 18;

    /** Of a packed file a sample's share is told from what was read of it: read little ahead. */
    private static final int SMALL_BUFFER = 1 << 12;

    private static final int SAMPLE = 1 << 20;

    /** Bytes of a block that a thread parses: with its numbers it stays in a core's cache. */
    private static final int BLOCK = 1 << 18;

    private final Path path;
    private final String name;
    private final long bytes;
    private final char delimiter;

    private SourceFile(Path path, long bytes) {
        this(path, bytes, ',');
    }

    private SourceFile(Path path, long bytes, char delimiter) {
        this.path = path;
        this.name = String.valueOf(path.getFileName());
        this.bytes = bytes;
        this.delimiter = delimiter;
    }

    /** The file at a path, which must be there. */
    public static SourceFile at(Path path) {
        try {
            return new SourceFile(path, Files.size(path));
        } catch (IOException failure) {
            throw new InputException(path + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    /** The same with fields that are parted by another character than a comma, such as a semicolon or a tab. */
    public SourceFile delimitedBy(char other) {
        return new SourceFile(path, bytes, other);
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
        try {
            return Files.exists(path) ? Optional.of(new SourceFile(path, Files.size(path))) : Optional.empty();
        } catch (IOException failure) {
            throw new InputException(path + " cannot be read: " + failure.getMessage(), failure);
        }
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
        try (FileChannel source = FileChannel.open(path);
                InputStream text = unpacked(Channels.newInputStream(source), SMALL_BUFFER)) {
            int length = text.readNBytes(sample, 0, SAMPLE);
            LineCounter lines = new LineCounter();
            lines.count(sample, 0, length);
            boolean whole = length < SAMPLE;
            double all = whole ? lines.lines() : (double) lines.lines() * bytes / source.position();
            return Math.max(0, Math.round(all) - 1);
        } catch (IOException failure) {
            throw new InputException(
                    name + " cannot be read: " + failure.getMessage() + ". Is the file complete?", failure);
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
        return readNumbers(header, progress, sink, BLOCK, Runtime.getRuntime().availableProcessors());
    }

    FileReading readNumbers(CsvHeader header, Progress progress, NumberSink sink, int blockSize, int threads) {
        return opened(progress, (text, source) -> {
            try (NumberReader rows = new NumberReader(text, delimiter, header, sink, blockSize, threads)) {
                rows.readAll();
                return new FileReading(drained(source), source.bytes(), rows.counts());
            }
        });
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
                MeasuredStream source = new MeasuredStream(Files.newInputStream(path), task);
                InputStream text = withoutByteOrderMark(unpacked(source, BUFFER))) {
            return work.run(text, source);
        } catch (IOException failure) {
            throw new InputException(
                    name + " cannot be read: " + failure.getMessage() + ". Is the file complete?", failure);
        }
    }

    private InputStream unpacked(InputStream source, int buffer) {
        return name.endsWith(".gz") ? new GzipMembers(name, source, buffer) : source;
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
