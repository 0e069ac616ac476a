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
                block.rows++;
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
        int begin = at;
        int end = digitsEnd(begin);
        if (!isWhole(begin, end, MOST_DIGITS) || !isStop(end)) {
            return otherwise(CellKind.WHOLE);
        }
        at = end;
        return digits(begin, end, 0);
    }

    private long wholeOrZeroFraction() {
        int begin = at;
        int end = digitsEnd(begin);
        int stop = end;
        if (text[end] == '.' && text[end + 1] == '0') {
            stop = end + 2;
            while (text[stop] == '0') {
                stop++;
            }
        }
        if (!isWhole(begin, end, MOST_DIGITS) || !isStop(stop)) {
            return otherwise(CellKind.WHOLE_OR_ZERO_FRACTION);
        }
        at = stop;
        return digits(begin, end, 0);
    }

    private long seconds() {
        int begin = at;
        int dot = digitsEnd(begin);
        int end = text[dot] == '.' ? digitsEnd(dot + 1) : dot;
        int fraction = end - dot - 1; // -1 where there is no dot
        if (!isWhole(begin, dot, MOST_SECOND_DIGITS) || fraction == 0 || fraction > 3 || !isStop(end)) {
            return otherwise(CellKind.SECONDS);
        }
        at = end;
        long millis = digits(dot + 1, end, digits(begin, dot, 0));
        for (int left = Math.max(0, fraction); left < 3; left++) {
            millis *= 10;
        }
        return millis;
    }

    private long decimal() {
        int begin = at;
        int dot = digitsEnd(begin);
        int end = text[dot] == '.' ? digitsEnd(dot + 1) : dot;
        int fraction = end - dot - 1;
        if (!isWhole(begin, dot, MOST_DIGITS) || fraction == 0 || end - begin > MOST_DIGITS || !isStop(end)) {
            return otherwise(CellKind.DECIMAL);
        }
        long digits = digits(dot + 1, end, digits(begin, dot, 0));
        if (digits >= CellText.EXACT_DIGITS) {
            return otherwise(CellKind.DECIMAL);
        }
        at = end;
        return CellKind.valueOf(CellText.scaled(digits, Math.max(0, fraction)));
    }

    /** Passes the cell by the reading of all texts. */
    private long otherwise(CellKind kind) {
        int end = cellEnd(at);
        int length = end - at;
        if (length > cell.length || classOf[text[end] & 0xFF] != STOP) {
            return CellText.BAD;
        }
        for (int place = 0; place < length; place++) {
            cell[place] = (char) text[at + place];
        }
        at = end;
        return kind.value(cell, 0, length);
    }

    private int cellEnd(int from) {
        int end = from;
        while (classOf[text[end] & 0xFF] == ORDINARY) {
            end++;
        }
        return end;
    }

    private boolean isStop(int place) {
        return classOf[text[place] & 0xFF] == STOP;
    }

    private int digitsEnd(int from) {
        int end = from;
        while (text[end] >= '0' && text[end] <= '9') {
            end++;
        }
        return end;
    }

    private boolean isWhole(int begin, int end, int mostDigits) {
        int count = end - begin;
        return count == 1 || (count > 1 && count <= mostDigits && text[begin] != '0');
    }

    /** The digits behind those of a number. */
    private long digits(int begin, int end, long number) {
        long value = number;
        for (int place = begin; place < end; place++) {
            value = value * 10 + (text[place] - '0');
        }
        return value;
    }
}
