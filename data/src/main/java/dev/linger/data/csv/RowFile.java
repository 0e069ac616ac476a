package dev.linger.data.csv;

import dev.linger.data.Progress;

/** A file of rows of texts below a header, or several files that are one table. */
public interface RowFile {
    /** Its name, without folders. */
    String name();

    /** Its size on disk. */
    long bytes();

    /** The names of its columns; a {@link dev.linger.data.InputException} where it has none. */
    CsvHeader header();

    /** The number of rows, told without reading them. */
    long estimatedRows();

    /** {@link #estimatedRows} as room for so many rows, at most half of what an array may hold. */
    default int expectedRows() {
        return (int) Math.min(Integer.MAX_VALUE / 2, estimatedRows());
    }

    /** The SHA-256 of the bytes on disk, in hexadecimal digits. */
    String sha256(Progress progress);

    /**
     * Hands each row to the sink, and tells what the whole file holds; nothing that the sink was given is to be believed
     * before this returns.
     *
     * @throws dev.linger.data.InputException where the file cannot be read or unpacked to its last byte
     */
    FileReading readRows(CsvHeader header, Cells cells, Progress progress, RowSink sink);

    /** {@link #readRows} of short cells for a sink of numbers, which are parsed by several threads where the file allows it. */
    default FileReading readNumbers(CsvHeader header, Progress progress, NumberSink sink) {
        return readRows(header, Cells.SHORT, progress, sink);
    }

    /** A text of a row as it stands in the file, for people. */
    default String original(String text) {
        return text;
    }

    /** The text of a number with a point before its decimals. */
    default String decimal(String text) {
        return text;
    }

    /** Where people look for the row that the sink was given with this line. */
    default Place place(long line) {
        return new Place(name(), line);
    }

    /**
     * Where a row is.
     *
     * @param file the name of the one file
     * @param line the line in it on which the row begins, from 1; of a file without lines the number of the row, from 1
     */
    record Place(String file, long line) {}
}
