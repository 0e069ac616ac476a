package dev.linger.data.kuairec.files;

import dev.linger.data.Progress;
import dev.linger.data.csv.BrokenRow;
import dev.linger.data.csv.CellKind;
import dev.linger.data.csv.CellText;
import dev.linger.data.csv.CsvHeader;
import dev.linger.data.csv.FileReading;
import dev.linger.data.csv.MissingWords;
import dev.linger.data.csv.NumberSink;
import dev.linger.data.csv.RowFile;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one row of a log file that is in hand: each cell is parsed from the read buffer as it passes, so that a file of
 * many million rows makes no garbage. Valid until the next row is read.
 */
public final class LogRow implements NumberSink {
    private final @Nullable LogColumn[] columnOfField;

    /** Where the numbers of a row go, in the order of the header. */
    private final int[] slots;

    private final long[] values = new long[LogColumn.ALL.length];
    private final @Nullable String[] badTexts = new String[LogColumn.ALL.length];
    private final boolean[] missingWords = new boolean[LogColumn.ALL.length];
    private final Consumer<LogRow> consumer;
    private final Consumer<BrokenRow> broken;
    private boolean wordsStand;
    private long line;

    private LogRow(CsvHeader header, Consumer<LogRow> consumer, Consumer<BrokenRow> broken) {
        this.consumer = consumer;
        this.broken = broken;
        columnOfField = new LogColumn[header.size()];
        for (LogColumn column : LogColumn.ALL) {
            columnOfField[header.position(column.label)] = column;
        }
        slots = Arrays.stream(columnOfField)
                .filter(Objects::nonNull)
                .mapToInt(LogColumn::slot)
                .toArray();
    }

    /** Hands each row below the header to the consumer, each line that is no row to {@code broken}. */
    public static FileReading readEach(
            RowFile file, Progress progress, Consumer<LogRow> consumer, Consumer<BrokenRow> broken) {
        CsvHeader header = file.header();
        return file.readNumbers(header, progress, new LogRow(header, consumer, broken));
    }

    @Override
    public @Nullable CellKind kind(int field) {
        LogColumn column = field < columnOfField.length ? columnOfField[field] : null;
        return column == null ? null : column.kind();
    }

    @Override
    public boolean row(long onLine, long[] numbers, int begin) {
        for (int at = 0; at < slots.length; at++) {
            values[slots[at]] = numbers[begin + at];
        }
        if (wordsStand) {
            Arrays.fill(missingWords, false);
            wordsStand = false;
        }
        row(onLine);
        return true;
    }

    @Override
    public void field(int field, char[] buffer, int offset, int length) {
        LogColumn column = columnOfField[field];
        if (column == null) {
            return;
        }
        long value = column.kind().value(buffer, offset, length);
        values[column.slot()] = value;
        missingWords[column.slot()] = false;
        if (value == CellText.BAD) {
            badOrMissing(column, new String(buffer, offset, length));
        }
    }

    private void badOrMissing(LogColumn column, String text) {
        badTexts[column.slot()] = text;
        if (MissingWords.contains(text)) {
            missingWords[column.slot()] = true;
            wordsStand = true;
            values[column.slot()] = CellText.EMPTY;
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
    public long line() {
        return line;
    }

    /** The cell as a whole number (milliseconds, ids, yyyymmdd; not that of {@link #watchRatio}), {@link CellText#EMPTY} or {@link CellText#BAD}. */
    public long value(LogColumn column) {
        return values[column.slot()];
    }

    public boolean isEmpty(LogColumn column) {
        return value(column) == CellText.EMPTY;
    }

    /** Whether the cell is empty by a word for it, such as NaN. */
    public boolean saysMissing(LogColumn column) {
        return missingWords[column.slot()];
    }

    public boolean isBad(LogColumn column) {
        return value(column) == CellText.BAD;
    }

    /** The watch_ratio cell, where it is neither empty nor bad. */
    public double watchRatio() {
        return CellKind.decimal(value(LogColumn.WATCH_RATIO));
    }

    /** The cell as text for people; a bad cell, or a word for an empty one, exactly as it stands. */
    public String text(LogColumn column) {
        if (isBad(column) || saysMissing(column)) {
            return String.valueOf(badTexts[column.slot()]);
        }
        if (isEmpty(column)) {
            return "";
        }
        return switch (column) {
            case WATCH_RATIO -> Double.toString(watchRatio());
            case TIMESTAMP -> BigDecimal.valueOf(value(column), 3).toPlainString();
            default -> Long.toString(value(column));
        };
    }

    /** The cells that tell one play from another. */
    public String plainText() {
        return "user " + text(LogColumn.USER_ID) + ", video " + text(LogColumn.VIDEO_ID) + ", time "
                + text(LogColumn.TIMESTAMP);
    }
}
