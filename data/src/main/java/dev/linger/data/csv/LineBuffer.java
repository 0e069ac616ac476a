package dev.linger.data.csv;

import java.io.IOException;
import java.nio.CharBuffer;

/** A window of a text that moves on line by line: what is read of it and not passed yet. LF, CRLF and a lone CR end a line. */
final class LineBuffer {
    private static final int CAPACITY = 4 * RowScan.LONGEST_ROW;
    private static final int SHOWN = 100;

    private final DecodedText text;
    private final char[] characters;
    private final CharBuffer target;
    private int begin;
    private int end;
    private boolean ended;
    private long line;

    /**
     * The window of a text.
     *
     * @param most more characters than it has are not to be expected
     * @param firstLine the number of its first line
     */
    LineBuffer(DecodedText text, int most, long firstLine) {
        int capacity = Math.min(CAPACITY, Math.max(2, most));
        this.text = text;
        this.characters = new char[capacity + 2]; // a line end, and a character behind it
        this.target = CharBuffer.wrap(characters, 0, capacity);
        this.line = firstLine;
    }

    /** Moves what is not passed to the front and reads on; a last line is ended where it is not. */
    void fill() throws IOException {
        System.arraycopy(characters, begin, characters, 0, end - begin);
        end -= begin;
        begin = 0;
        target.position(end);
        ended = !text.read(target);
        end = target.position();
        if (ended && end > 0 && !isLineEnd(characters[end - 1])) {
            characters[end++] = '\n';
        }
        characters[end] = 0;
    }

    /** Where the last line ends that is known to have ended: LF may follow a last CR. */
    int completeEnd() {
        int after = end;
        while (!ended && after > begin && !isKnownEnd(after - 1)) {
            after--;
        }
        return after;
    }

    boolean isKnownEnd(int at) {
        return at < end && (characters[at] == '\n' || (characters[at] == '\r' && (ended || at + 1 < end)));
    }

    /** The first line end from there on, or the end of what is read. */
    int lineEnd(int from) {
        int at = from;
        while (at < end && !isLineEnd(characters[at])) {
            at++;
        }
        return at;
    }

    /** The first comma from there on, or the end of the line. */
    int cellEnd(int from, int lineEnd) {
        int at = from;
        while (at < lineEnd && characters[at] != ',') {
            at++;
        }
        return at;
    }

    /** Passes a line by its line end. */
    void passLine(int lineEnd) {
        begin = lineEnd + (characters[lineEnd] == '\r' && characters[lineEnd + 1] == '\n' ? 2 : 1);
        line++;
    }

    /** Passes a part of a line. */
    void passTo(int at) {
        begin = at;
    }

    /** Counts line ends that {@link #passLine} does not see. */
    void countLines(int count) {
        line += count;
    }

    /** So much of a piece as a message may show. */
    String beginning(int from, int to) {
        return new String(characters, from, Math.min(to - from, SHOWN));
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    char[] characters() {
        return characters;
    }

    /** Where the line begins that is not passed. */
    int begin() {
        return begin;
    }

    /** The end of what is read. */
    int end() {
        return end;
    }

    /** Whether that is the end of the text. */
    boolean ended() {
        return ended;
    }

    /** The number of the line that is not passed, from 1. */
    long line() {
        return line;
    }
}
