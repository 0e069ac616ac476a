package dev.linger.data.csv;

import org.jspecify.annotations.Nullable;

/**
 * Parses lines of numbers from their bytes. What is written as nearly every number is comes straight from its digits, any
 * other cell is read by {@link CellText}; a line with a quote, a character beyond ASCII, a fault, or a cell that is no number
 * is left to {@link RowReader}. So nothing is read here in another way than there.
 */
final class BlockParser {
    private static final byte ORDINARY = 0;
    private static final byte STOP = 1;
    private static final byte UNCOMMON = 2;

    /** So many digits fit into a long. */
    private static final int MOST_DIGITS = 18;

    /** Seconds of so many digits are below the most that milliseconds allow. */
    private static final int MOST_SECOND_DIGITS = 15;

    private final @Nullable CellKind[] kinds;
    private final int width;
    private final byte delimiter;
    private final byte[] classOf = new byte[256];
    private final char[] cell = new char[64];
    private byte[] text = {};
    private int at;
    private int end;

    /** @param kinds what the cells of each field are, null for one that is not looked at */
    BlockParser(@Nullable CellKind[] kinds, char delimiter) {
        this.kinds = kinds;
        this.delimiter = (byte) delimiter;
        int numbers = 0;
        for (CellKind kind : kinds) {
            numbers += kind == null ? 0 : 1;
        }
        this.width = numbers;
        for (int one = 0; one < classOf.length; one++) {
            classOf[one] = one < ' ' || one >= 0x7F || one == '"' || one == ',' ? UNCOMMON : ORDINARY;
        }
        classOf['\n'] = STOP;
        classOf['\r'] = STOP;
        classOf[delimiter] = STOP;
    }

    /** Parses the lines of a block below the header, and counts all its lines. */
    void parse(LineBlock block) {
        LineCounter counter = new LineCounter();
        counter.count(block.text, 0, block.end);
        block.lines = counter.lines();
        block.width = width;
        text = block.text;
        at = block.begin;
        while (at < block.end) {
            int begin = at;
            int room = block.roomForRow();
            if (isRow(block.numbers, room) && at - begin <= RowScan.LONGEST_ROW) {
                block.addRow(begin);
            } else {
                at = LineBlocks.behindLineEnd(text, LineBlocks.lineEnd(text, begin), block.end);
                block.addUncommon(begin, at);
            }
        }
    }

    /** Passes the line that begins here, if it is a row of numbers. */
    private boolean isRow(long[] numbers, int room) {
        if (text[at] == '\n' || text[at] == '\r') {
            return false;
        }
        int next = room;
        int lastField = kinds.length - 1;
        for (int field = 0; field <= lastField; field++) {
            CellKind kind = kinds[field];
            if (kind == null) {
                at = cellEnd(at);
            } else {
                long value = value(kind);
                if (value == CellText.BAD) {
                    return false;
                }
                numbers[next++] = value;
            }
            byte stop = text[at];
            boolean isEnd = stop == '\n' || stop == '\r';
            if (field < lastField ? stop != delimiter : !isEnd) {
                return false;
            }
            at += stop == '\r' && text[at + 1] == '\n' ? 2 : 1;
        }
        return true;
    }

    /** The number of the cell that begins here, which is passed; BAD where it is none, or the line is uncommon. */
    private long value(CellKind kind) {
        return switch (kind) {
            case WHOLE -> whole();
            case WHOLE_OR_ZERO_FRACTION -> wholeOrZeroFraction();
            case SECONDS -> seconds();
            case DECIMAL -> decimal();
        };
    }

    private long whole() {
        long value = digits(at, 0);
        if (!isWhole(at, end, MOST_DIGITS) || !isStop(end)) {
            return otherwise(CellKind.WHOLE);
        }
        at = end;
        return value;
    }

    private long wholeOrZeroFraction() {
        long value = digits(at, 0);
        int stop = end;
        if (text[end] == '.' && text[end + 1] == '0') {
            stop = end + 2;
            while (text[stop] == '0') {
                stop++;
            }
        }
        if (!isWhole(at, end, MOST_DIGITS) || !isStop(stop)) {
            return otherwise(CellKind.WHOLE_OR_ZERO_FRACTION);
        }
        at = stop;
        return value;
    }

    private long seconds() {
        long value = digits(at, 0);
        int dot = end;
        if (text[dot] == '.') {
            value = digits(dot + 1, value);
        }
        int fraction = end - dot - 1; // -1 where there is no dot
        if (!isWhole(at, dot, MOST_SECOND_DIGITS) || fraction == 0 || fraction > 3 || !isStop(end)) {
            return otherwise(CellKind.SECONDS);
        }
        at = end;
        return fraction == 3 ? value : fraction == 2 ? value * 10 : fraction == 1 ? value * 100 : value * 1000;
    }

    private long decimal() {
        long value = digits(at, 0);
        int dot = end;
        if (text[dot] == '.') {
            value = digits(dot + 1, value);
        }
        int fraction = end - dot - 1;
        boolean isExact = end - at <= MOST_DIGITS && value < CellText.EXACT_DIGITS;
        if (!isWhole(at, dot, MOST_DIGITS) || fraction == 0 || !isExact || !isStop(end)) {
            return otherwise(CellKind.DECIMAL);
        }
        at = end;
        return CellKind.valueOf(CellText.scaled(value, Math.max(0, fraction)));
    }

    /** Passes the cell by the reading of all texts. */
    private long otherwise(CellKind kind) {
        end = cellEnd(at);
        int length = end - at;
        if (length > cell.length || !isStop(end)) {
            return CellText.BAD;
        }
        for (int place = 0; place < length; place++) {
            cell[place] = (char) text[at + place];
        }
        at = end;
        return kind.value(cell, 0, length);
    }

    private int cellEnd(int from) {
        byte[] bytes = text;
        int place = from;
        while (classOf[bytes[place] & 0xFF] == ORDINARY) {
            place++;
        }
        return place;
    }

    private boolean isStop(int place) {
        return classOf[text[place] & 0xFF] == STOP;
    }

    private boolean isWhole(int begin, int stop, int mostDigits) {
        int count = stop - begin;
        return count == 1 || (count > 1 && count <= mostDigits && text[begin] != '0');
    }

    /** The digits from there on, up to {@link #end}, behind those of a number. */
    private long digits(int from, long number) {
        byte[] bytes = text;
        long value = number;
        int place = from;
        for (int digit = bytes[place] - '0'; digit >= 0 && digit <= 9; digit = bytes[place] - '0') {
            value = value * 10 + digit;
            place++;
        }
        end = place;
        return value;
    }
}
