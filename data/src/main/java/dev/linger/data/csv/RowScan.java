package dev.linger.data.csv;

import dev.linger.data.csv.BrokenRow.Fault;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the end of one row, character by character, and what is wrong with it. A row of prose may be of many lines, but of
 * no more than {@link #MOST_LINES} and {@link #LONGEST_ROW}: so much is looked through for the end of a quote that none may
 * close, and the longest captions of the field have some hundred characters.
 */
final class RowScan {
    /** In characters; the longest rows of the field have some thousand. */
    static final int LONGEST_ROW = 1 << 16;

    static final int MOST_LINES = 1000;

    private enum State {
        CELL_BEGINS,
        PLAIN,
        QUOTED,
        /** Behind a quote in a quoted cell: its end, or the first of two that mean one. */
        AFTER_QUOTE
    }

    private final Cells cells;
    private final IntPredicate isStrict;
    private State state = State.CELL_BEGINS;
    private char[] text = {};
    private int begin;
    private int end;
    private int cellBegin;
    private int field;
    private int lineEnds;
    private @Nullable Fault fault;

    /** @param isStrict whether line ends and control characters in a field are faults, and quotes within a cell of short ones */
    RowScan(Cells cells, IntPredicate isStrict) {
        this.cells = cells;
        this.isStrict = isStrict;
    }

    /** Looks at rows for a sink, which says what columns it looks at and which of them hold prose. */
    static RowScan of(Cells cells, RowSink sink) {
        return new RowScan(cells, field -> (cells == Cells.SHORT || sink.reads(field)) && !sink.isProse(field));
    }

    /**
     * Looks at the row that begins at {@code from}.
     *
     * @param limit the end of the text in hand
     * @param ended whether that is all of the text
     * @return false where the end of the row may lie beyond
     */
    boolean scan(char[] buffer, int from, int limit, boolean ended) {
        text = buffer;
        begin = from;
        cellBegin = from;
        field = 0;
        lineEnds = 0;
        fault = null;
        state = State.CELL_BEGINS;
        for (end = from; end < limit; end++) {
            char c = buffer[end];
            boolean lineEnd = c == '\n' || c == '\r';
            if (c == '\r' && end + 1 == limit && !ended) {
                return false; // an LF may follow
            }
            if (lineEnd && state != State.QUOTED) {
                return true;
            }
            if (end - begin >= LONGEST_ROW) {
                fault = lineEnds == 0 ? Fault.LENGTH : Fault.QUOTE;
            } else if (lineEnd) {
                passLineEnd(c == '\r' && end + 1 < limit && buffer[end + 1] == '\n');
            } else {
                pass(c);
            }
            if (fault != null) {
                return true;
            }
        }
        fault = ended ? Fault.QUOTE : null;
        return ended;
    }

    private void passLineEnd(boolean firstOfTwo) {
        lineEnds += firstOfTwo ? 0 : 1;
        if (lineEnds == MOST_LINES || isStrict.test(field)) {
            fault = Fault.QUOTE;
        }
    }

    private void pass(char c) {
        if (state == State.QUOTED && c != '"') {
            checkCharacter(c);
        } else if (c == '"' && state != State.PLAIN) {
            state = state == State.QUOTED ? State.AFTER_QUOTE : State.QUOTED;
        } else if (c == ',') {
            state = State.CELL_BEGINS;
            cellBegin = end + 1;
            field++;
        } else if (state == State.AFTER_QUOTE || (c == '"' && cells == Cells.SHORT && isStrict.test(field))) {
            fault = Fault.QUOTE;
        } else {
            state = State.PLAIN;
            checkCharacter(c);
        }
    }

    private void checkCharacter(char c) {
        if (DecodedText.isStrayByte(text, end, begin)) {
            fault = Fault.ENCODING;
        } else if (Character.isISOControl(c) && isStrict.test(field)) {
            fault = Fault.CONTROL_CHARACTER;
        }
    }

    /** Null where nothing is wrong with the row but, perhaps, the number of its fields. */
    @Nullable
    Fault fault() {
        return fault;
    }

    /** Where the row ends: at its line end, or at the fault. */
    int end() {
        return end;
    }

    /** The field in which it ends, from 0. */
    int field() {
        return field;
    }

    /** Where that field begins. */
    int cellBegin() {
        return cellBegin;
    }

    /** How many line ends stand in its cells. */
    int lineEnds() {
        return lineEnds;
    }
}
