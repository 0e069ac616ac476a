package dev.linger.data.kuairand;

import dev.linger.data.Progress;
import dev.linger.data.csv.BrokenRow;
import dev.linger.data.csv.CellText;
import dev.linger.data.csv.Cells;
import dev.linger.data.csv.CsvHeader;
import dev.linger.data.csv.FileReading;
import dev.linger.data.csv.RowFile;
import dev.linger.data.csv.RowSink;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The one row of a log that is in hand, parsed from the read buffer as it passes. Valid until the next row is read. */
final class PlayRow implements RowSink {
    private final @Nullable PlayColumn[] columnOfField;
    private final long[] values = new long[PlayColumn.ALL.size()];
    private final @Nullable String[] badTexts = new String[PlayColumn.ALL.size()];
    private final Consumer<PlayRow> consumer;
    private final Consumer<BrokenRow> broken;
    private long line;

    private PlayRow(CsvHeader header, Consumer<PlayRow> consumer, Consumer<BrokenRow> broken) {
        this.consumer = consumer;
        this.broken = broken;
        columnOfField = new PlayColumn[header.size()];
        for (PlayColumn column : PlayColumn.ALL) {
            columnOfField[header.position(column.label)] = column;
        }
    }

    /** Hands each row below the header to the consumer, each line that is no row to {@code broken}. */
    static FileReading readEach(
            RowFile file, Progress progress, Consumer<PlayRow> consumer, Consumer<BrokenRow> broken) {
        CsvHeader header = file.header();
        return file.readRows(header, Cells.SHORT, progress, new PlayRow(header, consumer, broken));
    }

    @Override
    public boolean reads(int field) {
        return field < columnOfField.length && columnOfField[field] != null;
    }

    @Override
    public void field(int field, char[] buffer, int offset, int length) {
        PlayColumn column = columnOfField[field];
        if (column == null) {
            return;
        }
        boolean id = column == PlayColumn.USER_ID || column == PlayColumn.VIDEO_ID;
        long value = id
                ? CellText.whole(buffer, offset, length)
                : CellText.wholeOrZeroFraction(buffer, offset, length); // columns with an empty cell were once floats
        values[column.slot()] = value;
        if (value == CellText.BAD) {
            badTexts[column.slot()] = new String(buffer, offset, length);
        }
    }

    @Override
    public void row(long beginsOnLine) {
        line = beginsOnLine;
        consumer.accept(this);
    }

    @Override
    public void broken(BrokenRow row) {
        broken.accept(row);
    }

    /** The line on which the row begins. */
    long line() {
        return line;
    }

    /** The cell as a whole number, {@link CellText#EMPTY} or {@link CellText#BAD}. */
    long value(PlayColumn column) {
        return values[column.slot()];
    }

    /** Whether a flag is set; one that is neither 0 nor 1 is not. */
    boolean is(PlayColumn flag) {
        return value(flag) == 1;
    }

    /** The engagement of the row: bit f is the flag at position f of {@link PlayColumn#ENGAGEMENT}. */
    int flags() {
        int flags = 0;
        for (int at = 0; at < PlayColumn.ENGAGEMENT.size(); at++) {
            flags |= is(PlayColumn.ENGAGEMENT.get(at)) ? 1 << at : 0;
        }
        return flags;
    }

    boolean isFlag(PlayColumn column) {
        return value(column) == 0 || value(column) == 1;
    }

    /** The cell for people; a bad one exactly as it stands. */
    String text(PlayColumn column) {
        long value = value(column);
        return value == CellText.BAD
                ? String.valueOf(badTexts[column.slot()])
                : value == CellText.EMPTY ? "" : Long.toString(value);
    }

    /** The cells that tell one play from another. */
    String plainText() {
        return "user " + text(PlayColumn.USER_ID) + ", video " + text(PlayColumn.VIDEO_ID) + ", time "
                + text(PlayColumn.TIME_MS);
    }
}
