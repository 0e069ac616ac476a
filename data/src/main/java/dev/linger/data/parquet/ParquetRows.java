package dev.linger.data.parquet;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.csv.BrokenRow;
import dev.linger.data.csv.BrokenRow.Fault;
import dev.linger.data.csv.Cells;
import dev.linger.data.csv.CsvHeader;
import dev.linger.data.csv.FileReading;
import dev.linger.data.csv.RowFile;
import dev.linger.data.csv.RowSink;
import dev.linger.data.csv.Sha256;
import dev.linger.data.csv.ShownText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file, or a folder of such files that are one table, as rows of texts. Columns are those of the top level; lists
 * and structures have no text, and are told where one is read. Snappy, gzip, Zstandard, LZ4 (raw) and what is not packed are
 * read, of all encodings that parquet-java knows; checksums of pages are checked where there are some. A row is named by its
 * number in its file, from 1.
 */
public final class ParquetRows implements RowFile {
    private static final int LONGEST_TEXT = 1 << 16;

    private final String name;
    private final List<ParquetPart> parts;

    private ParquetRows(String name, List<ParquetPart> parts) {
        this.name = name;
        this.parts = parts;
    }

    /** The table of one file. */
    public static ParquetRows of(Path file) {
        return new ParquetRows(String.valueOf(file.getFileName()), List.of(ParquetPart.of(file)));
    }

    /**
     * The table of several files, whose rows follow one another.
     *
     * @param name of all of them
     * @param files at least one
     * @throws InputException where one has other columns than the first
     */
    public static ParquetRows of(String name, List<Path> files) {
        List<ParquetPart> parts = files.stream().map(ParquetPart::of).toList();
        ParquetPart first = parts.get(0);
        for (ParquetPart part : parts) {
            if (!part.columns().equals(first.columns())) {
                throw new InputException(part.name() + " has the columns " + String.join(", ", part.columns())
                        + ", but " + first.name() + " beside it has " + String.join(", ", first.columns())
                        + ". Files of one table have the same columns in the same order.");
            }
        }
        return new ParquetRows(name, parts);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long bytes() {
        return parts.stream().mapToLong(ParquetPart::bytes).sum();
    }

    @Override
    public CsvHeader header() {
        return new CsvHeader(name, parts.get(0).columns());
    }

    /** The number of rows, which is known. */
    @Override
    public long estimatedRows() {
        return parts.stream().mapToLong(ParquetPart::rows).sum();
    }

    /** Of one file that of its bytes; of several that of what {@code sha256sum} would print of them, in order of their names. */
    @Override
    public String sha256(Progress progress) {
        try (Progress.Task task = progress.start("digest of " + name, "bytes", bytes())) {
            List<String> digests =
                    parts.stream().map(part -> sha256(part, task)).toList();
            return digests.size() == 1
                    ? digests.get(0)
                    : Sha256.of(IntStream.range(0, parts.size())
                            .mapToObj(part ->
                                    digests.get(part) + "  " + parts.get(part).name() + "\n")
                            .collect(Collectors.joining())
                            .getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String sha256(ParquetPart part, Progress.Task task) {
        try {
            long bytes = Files.size(part.path());
            String digest = Sha256.of(part.path());
            if (bytes != part.bytes()) {
                throw new InputException(part.name() + " changed while it was read: it had " + part.bytes()
                        + " bytes at first and " + bytes + " later. Wait until it is written.");
            }
            task.advance(bytes);
            return digest;
        } catch (IOException failure) {
            throw new InputException(part.name() + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    @Override
    public FileReading readRows(CsvHeader header, Cells cells, Progress progress, RowSink sink) {
        String before = sha256(progress);
        Rows rows = new Rows(header, sink);
        try (Progress.Task task = progress.start("reading " + name, "rows", estimatedRows())) {
            for (ParquetPart part : parts) {
                part.readRows(rows.columns(), rows);
                task.advance(part.rows());
            }
        }
        long read = rows.sound + rows.broken;
        if (read != estimatedRows()) {
            throw new InputException(
                    name + " has " + read + " rows, but its footer says " + estimatedRows() + ". Write it again.");
        }
        return new FileReading(before, bytes(), 1 + read, rows.sound, rows.broken, 0, 0);
    }

    @Override
    public Place place(long line) {
        long before = 0;
        for (ParquetPart part : parts) {
            if (line <= before + part.rows()) {
                return new Place(part.name(), line - before);
            }
            before += part.rows();
        }
        throw new IllegalArgumentException("there is no row " + line + " in " + name);
    }

    /** Hands rows to a sink, and as broken those that a CSV file could not have either. */
    private static final class Rows implements ParquetPart.RowTaker {
        private final CsvHeader header;
        private final RowSink sink;
        private final int[] fields;
        private long sound;
        private long broken;

        private Rows(CsvHeader header, RowSink sink) {
            this.header = header;
            this.sink = sink;
            this.fields = IntStream.range(0, header.size()).filter(sink::reads).toArray();
        }

        private List<String> columns() {
            return IntStream.of(fields).mapToObj(header.names()::get).toList();
        }

        @Override
        public void row(String[] texts, int notUtf8) {
            for (int at = 0; at < fields.length; at++) {
                Fault fault = at == notUtf8 ? Fault.ENCODING : fault(texts[at], sink.isProse(fields[at]));
                if (fault != null) {
                    broken++;
                    String column = header.names().get(fields[at]);
                    sink.broken(new BrokenRow(sound + broken, fault, column, ShownText.of(texts[at])));
                    return;
                }
            }
            for (int at = 0; at < fields.length; at++) {
                sink.field(fields[at], texts[at].toCharArray(), 0, texts[at].length());
            }
            sound++;
            sink.row(sound + broken);
        }

        private static @Nullable Fault fault(String text, boolean prose) {
            if (text.length() > LONGEST_TEXT) {
                return Fault.LENGTH;
            }
            for (int at = 0; !prose && at < text.length(); at++) {
                if (Character.isISOControl(text.charAt(at))) {
                    return Fault.CONTROL_CHARACTER;
                }
            }
            return null;
        }
    }
}
