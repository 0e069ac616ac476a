package dev.linger.data.kuairec;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import dev.linger.data.Progress;
import dev.linger.data.csv.CellText;
import dev.linger.data.csv.CsvHeader;
import dev.linger.data.csv.SourceFile;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one row of a log file that is in hand: each cell is parsed from the read buffer as it passes, so that a file of
 * many million rows makes no garbage. Valid until the next row is read.
 */
final class LogRow extends AbstractBaseCsvCallbackHandler<LogRow> {
    private final @Nullable LogColumn[] columnOfField;
    private final long[] values = new long[LogColumn.ALL.length];
    private final @Nullable String[] badTexts = new String[LogColumn.ALL.length];
    private double watchRatio;

    private LogRow(CsvHeader header) {
        columnOfField = new LogColumn[header.size()];
        for (LogColumn column : LogColumn.ALL) {
            columnOfField[header.position(column.label)] = column;
        }
    }

    /** Hands each row below the header to the consumer and gives the file's SHA-256. */
    static String readEach(SourceFile file, Progress progress, Consumer<LogRow> consumer) {
        LogRow handler = new LogRow(file.header());
        return file.read(progress, reader -> {
            Iterator<LogRow> rows = SourceFile.records().build(handler, reader).iterator();
            rows.next(); // the header
            while (rows.hasNext()) {
                consumer.accept(rows.next());
            }
        });
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
        LogColumn column = field < columnOfField.length ? columnOfField[field] : null;
        if (column == null) {
            return;
        }
        long value =
                switch (column) {
                    case USER_ID, VIDEO_ID, PLAY_DURATION, VIDEO_DURATION -> CellText.whole(buffer, offset, length);
                    case DATE -> CellText.wholeOrZeroFraction(buffer, offset, length);
                    case TIMESTAMP -> CellText.secondsToMillis(buffer, offset, length);
                    case WATCH_RATIO -> ratio(buffer, offset, length);
                };
        values[column.slot()] = value;
        if (value == CellText.BAD) {
            badTexts[column.slot()] = new String(buffer, offset, length);
        }
    }

    private long ratio(char[] buffer, int offset, int length) {
        watchRatio = length == 0 ? 0 : CellText.number(buffer, offset, length);
        return length == 0 ? CellText.EMPTY : Double.isNaN(watchRatio) ? CellText.BAD : 0;
    }

    @Override
    protected LogRow buildRecord() {
        return this;
    }

    /** The line on which the row begins. */
    long line() {
        return getStartingLineNumber();
    }

    /** Whether the row has as many fields as the header; only then are its cells to be looked at. */
    boolean isWhole() {
        return getFieldCount() == columnOfField.length;
    }

    /** How many fields the row has. */
    int fields() {
        return getFieldCount();
    }

    /** The cell as a whole number (milliseconds, ids, yyyymmdd), {@link CellText#EMPTY} or {@link CellText#BAD}. */
    long value(LogColumn column) {
        return values[column.slot()];
    }

    boolean isEmpty(LogColumn column) {
        return value(column) == CellText.EMPTY;
    }

    boolean isBad(LogColumn column) {
        return value(column) == CellText.BAD;
    }

    /** The watch_ratio cell, where it is neither empty nor bad. */
    double watchRatio() {
        return watchRatio;
    }

    /** The cell as text for people; a bad cell exactly as it stands. */
    String text(LogColumn column) {
        if (isBad(column)) {
            return String.valueOf(badTexts[column.slot()]);
        }
        if (isEmpty(column)) {
            return "";
        }
        return switch (column) {
            case WATCH_RATIO -> Double.toString(watchRatio);
            case TIMESTAMP -> BigDecimal.valueOf(value(column), 3).toPlainString();
            default -> Long.toString(value(column));
        };
    }

    /** The cells that tell one play from another. */
    String plainText() {
        return "user " + text(LogColumn.USER_ID) + ", video " + text(LogColumn.VIDEO_ID) + ", time "
                + text(LogColumn.TIMESTAMP);
    }
}
