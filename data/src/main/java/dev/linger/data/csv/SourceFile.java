package dev.linger.data.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.linger.data.InputException;
import dev.linger.data.Progress;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** One CSV file, plain ({@code name}) or gzipped ({@code name.gz}). */
public final class SourceFile {
    private static final int BUFFER = 1 << 18;

    /** Of a packed file a sample's share is told from what was read of it: read little ahead. */
    private static final int SMALL_BUFFER = 1 << 12;

    private static final int SAMPLE = 1 << 20;

    private final Path path;
    private final String name;
    private final long bytes;

    private SourceFile(Path path, long bytes) {
        this.path = path;
        this.name = String.valueOf(path.getFileName());
        this.bytes = bytes;
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
    public String name() {
        return name;
    }

    /** Its size on disk. */
    public long bytes() {
        return bytes;
    }

    /**
     * The number of lines below the header, told from the file's size and the length of its first lines; exact where the
     * file ends within these.
     */
    public long estimatedRows() {
        byte[] sample = new byte[SAMPLE];
        try (FileChannel source = FileChannel.open(path);
                InputStream text = unpacked(Channels.newInputStream(source), SMALL_BUFFER)) {
            int length = text.readNBytes(sample, 0, SAMPLE);
            long lines = 0;
            for (int at = 0; at < length; at++) {
                lines += sample[at] == '\n' ? 1 : 0;
            }
            boolean whole = length < SAMPLE;
            boolean openEnd = whole && length > 0 && sample[length - 1] != '\n';
            double all = whole ? lines + (openEnd ? 1 : 0) : (double) lines * bytes / source.position();
            return Math.max(0, Math.round(all) - 1);
        } catch (IOException failure) {
            throw new InputException(
                    name + " cannot be read: " + failure.getMessage() + ". Is the file complete?", failure);
        }
    }

    /** {@link #estimatedRows} as room for so many rows, at most half of what an array may hold. */
    public int expectedRows() {
        return (int) Math.min(Integer.MAX_VALUE / 2, estimatedRows());
    }

    /** The file's first row; an {@link InputException} where it is empty. */
    public CsvHeader header() {
        return opened(Progress.SILENT, (reader, source) -> {
            Iterator<CsvRecord> records = records().ofCsvRecord(reader).iterator();
            if (!records.hasNext()) {
                throw new InputException(name + " is empty; it must begin with a header.");
            }
            return new CsvHeader(name, records.next().getFields());
        });
    }

    /** Reads the whole file and gives its SHA-256 in hexadecimal digits. */
    String read(Progress progress, Consumer consumer) {
        return opened(progress, (reader, source) -> {
            consumer.accept(reader);
            return source.drainedSha256();
        });
    }

    /** The SHA-256 of the bytes on disk, in hexadecimal digits. */
    public String sha256(Progress progress) {
        return opened(progress, (reader, source) -> source.drainedSha256());
    }

    /** Hands each row of the file to the sink, the header first, and gives the file's SHA-256 in hexadecimal digits. */
    public String readRows(Progress progress, RowSink sink) {
        return read(progress, reader -> {
            PlainRows rows = new PlainRows(reader, sink);
            if (!rows.readAll()) {
                QuotedRows.readAll(rows.rest(), sink);
            }
        });
    }

    /** How rows are read: any number of fields, for the reader of the rows counts them. */
    static CsvReader.CsvReaderBuilder records() {
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    private <R> R opened(Progress progress, Work<R> work) {
        try (Progress.Task task = progress.start("reading " + name, "bytes", bytes);
                MeasuredStream source = new MeasuredStream(Files.newInputStream(path), task);
                Reader reader =
                        new InputStreamReader(withoutByteOrderMark(unpacked(source, BUFFER)), StandardCharsets.UTF_8)) {
            return work.run(reader, source);
        } catch (IOException | UncheckedIOException failure) {
            throw new InputException(
                    name + " cannot be read: " + failure.getMessage() + ". Is the file complete?", failure);
        } catch (CsvParseException failure) {
            Throwable reason = failure.getCause() == null ? failure : failure.getCause();
            throw new InputException(
                    name + ": " + failure.getMessage() + " (" + reason.getMessage() + "). Is a quote left open?",
                    failure);
        }
    }

    private InputStream unpacked(InputStream source, int buffer) throws IOException {
        return name.endsWith(".gz") ? new GZIPInputStream(source, buffer) : source;
    }

    private static InputStream withoutByteOrderMark(InputStream source) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(source, BUFFER);
        buffered.mark(3);
        if (buffered.read() != 0xEF || buffered.read() != 0xBB || buffered.read() != 0xBF) {
            buffered.reset();
        }
        return buffered;
    }

    /** What is done with the text of a whole file. */
    @FunctionalInterface
    interface Consumer {
        void accept(Reader reader) throws IOException;
    }

    @FunctionalInterface
    private interface Work<R> {
        R run(Reader reader, MeasuredStream source) throws IOException;
    }
}
