package dev.linger.data.parquet;

import dev.linger.data.InputException;
import dev.linger.data.parquet.PageCodecs.UnknownCodecException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * One Parquet file.
 *
 * @param path where it is
 * @param bytes its size when its footer was read
 * @param columns names of its columns, in its order
 * @param rows how many it has
 */
record ParquetPart(Path path, long bytes, List<String> columns, long rows) {
    private static final int SHORTEST = 12;
    private static final int MAGIC = 4;

    /** Takes a row. */
    @FunctionalInterface
    interface RowTaker {
        /**
         * A row.
         *
         * @param texts of the fields that were asked for, "" where nothing is
         * @param notUtf8 which of them is not UTF-8, -1 for none
         */
        void row(String[] texts, int notUtf8);
    }

    /**
     * Reads the footer of a file.
     *
     * @throws InputException where there is none, or it is of another file
     */
    static ParquetPart of(Path path) {
        return read(path, () -> {
            long bytes = requireMagic(path);
            try (ParquetFileReader reader = open(path)) {
                requireInside(reader.getRowGroups(), bytes);
                List<String> columns = reader.getFileMetaData().getSchema().getFields().stream()
                        .map(Type::getName)
                        .toList();
                return new ParquetPart(path, bytes, columns, reader.getRecordCount());
            }
        });
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    /** Hands over all rows, with the texts of these columns. */
    void readRows(List<String> wanted, RowTaker taker) {
        try (ParquetFileReader reader = read(path, () -> open(path))) {
            MessageType schema = reader.getFileMetaData().getSchema();
            MessageType requested = read(path, () -> {
                MessageType asked = new MessageType(
                        schema.getName(), wanted.stream().map(schema::getType).toList());
                reader.setRequestedSchema(asked);
                return asked;
            });
            List<ValueText> texts =
                    requested.getFields().stream().map(this::text).toList();
            RowGroups groups = new RowGroups(reader, requested, texts);
            while (read(path, groups::next)) {
                taker.row(groups.texts(), groups.notUtf8());
            }
        } catch (IOException failure) {
            throw unreadable(path, failure);
        }
    }

    private ValueText text(Type type) {
        Optional<ValueText> text = type.isPrimitive() && !type.isRepetition(Type.Repetition.REPEATED)
                ? ValueText.of(type.asPrimitiveType())
                : Optional.empty();
        return text.orElseThrow(() -> new InputException(name() + ": the column " + type.getName() + " is "
                + type.toString().strip().replaceAll("\\s+", " ")
                + ", which is no number, text or time. Write it as one, or name another column."));
    }

    private static ParquetFileReader open(Path path) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new PageCodecs())
                .withPageChecksumVerification(true)
                .withUseHadoopVectoredIo(false)
                .build();
        return ParquetFileReader.open(new LocalInputFile(path), options);
    }

    /** The file's size. */
    private static long requireMagic(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long bytes = file.length();
            if (bytes < SHORTEST) {
                throw new InputException(path.getFileName() + " has " + bytes + " bytes, too few for a Parquet file.");
            }
            String head = magic(file, 0);
            String tail = magic(file, bytes - MAGIC);
            if (head.equals("PARE") || tail.equals("PARE")) {
                throw new InputException(path.getFileName() + " is encrypted; write it without encryption.");
            }
            if (!head.equals("PAR1")) {
                throw new InputException(path.getFileName() + " is no Parquet file: it does not begin with PAR1.");
            }
            if (!tail.equals("PAR1")) {
                throw new InputException(path.getFileName()
                        + " is cut: it begins as a Parquet file, but does not end with PAR1. Copy or write it again.");
            }
            return bytes;
        }
    }

    private static String magic(RandomAccessFile file, long at) throws IOException {
        byte[] magic = new byte[MAGIC];
        file.seek(at);
        file.readFully(magic);
        return new String(magic, StandardCharsets.ISO_8859_1);
    }

    /** Memory is made for what a footer claims: it must not claim more than there is. */
    private static void requireInside(List<BlockMetaData> groups, long bytes) throws IOException {
        for (BlockMetaData group : groups) {
            if (group.getRowCount() < 0) {
                throw new IOException("a group claims " + group.getRowCount() + " rows");
            }
            for (ColumnChunkMetaData chunk : group.getColumns()) {
                long begin = chunk.getStartingPos();
                if (begin < 0 || chunk.getTotalSize() < 0 || begin > bytes || chunk.getTotalSize() > bytes - begin) {
                    throw new IOException("the column " + chunk.getPath().toDotString() + " is not inside the file");
                }
            }
        }
    }

    private static <R> R read(Path path, Reading<R> reading) {
        try {
            return reading.run();
        } catch (InputException told) {
            throw told;
        } catch (UnknownCodecException unknown) {
            throw new InputException(
                    path.getFileName() + " is packed by "
                            + String.valueOf(unknown.getMessage()).toLowerCase(Locale.ROOT)
                            + ", which is not read; write it with snappy, gzip, zstd, lz4_raw or no compression.",
                    unknown);
        } catch (IOException | RuntimeException failure) {
            throw unreadable(path, failure);
        }
    }

    /** Of damaged bytes parquet-java throws whatever it stumbles over. */
    private static InputException unreadable(Path path, Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new InputException(
                path.getFileName() + " is damaged, or of a kind of Parquet that is not read (" + reason
                        + "). Copy or write it again.",
                failure);
    }

    @FunctionalInterface
    private interface Reading<R> {
        R run() throws IOException;
    }
}
