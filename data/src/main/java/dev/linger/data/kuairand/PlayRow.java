package dev.linger.data.kuairand;

import dev.linger.data.Progress;
import dev.linger.data.csv.BrokenRow;
import dev.linger.data.csv.CellKind;
import dev.linger.data.csv.CellText;
import dev.linger.data.csv.CsvHeader;
import dev.linger.data.csv.FileReading;
import dev.linger.data.csv.NumberSink;
import dev.linger.data.csv.RowFile;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The one row of a log that is in hand, parsed from the read buffer as it passes. Valid until the next row is read. */
final class PlayRow implements NumberSink {
    private final @Nullable PlayColumn[] columnOfField;

    /** Where the numbers of a row go, in the order of the header. */
    private final int[] slots;

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
        slots = Arrays.stream(columnOfField)
                .filter(Objects::nonNull)
                .mapToInt(PlayColumn::slot)
                .toArray();
    }

    /** Hands each row below the header to the consumer, each line that is no row to {@code broken}. */
    static FileReading readEach(
            RowFile file, Progress progress, Consumer<PlayRow> consumer, Consumer<BrokenRow> broken) {
        CsvHeader header = file.header();
        return file.readNumbers(header, progress, new PlayRow(header, consumer, broken));
    }

    @Override
    public @Nullable CellKind kind(int field) {
        PlayColumn column = field < columnOfField.length ? columnOfField[field] : null;
        return column == null ? null : column.kind();
    }

    @Override
    public boolean row(long onLine, long[] numbers, int begin) {
        for (int at = 0; at < slots.length; at++) {
            values[slots[at]] = numbers[begin + at];
        }
        row(onLine);
        return true;
    }

    @Override
    public void field(int field, char[] buffer, int offset, int length) {
        PlayColumn column = columnOfField[field];
        if (column == null) {
            return;
        }
        long value = column.kind().value(buffer, offset, length);
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
