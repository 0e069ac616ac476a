package dev.linger.data.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 bytes as characters, and the number of their lines. A byte that belongs to no character becomes the lone surrogate
 * U+DC00 + byte, which no sound text can give: whoever splits the text knows the row that it stands in.
 */
final class DecodedText {
    /** What stands for a comma of a text whose fields are parted by another character, which itself becomes a comma. */
    static final char COMMA = '\uE000';

    private static final int BLOCK = 1 << 16;

    private final InputStream source;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final byte[] block;
    private final ByteBuffer bytes;
    private final LineCounter lines = new LineCounter();
    private final char delimiter;
    private boolean ended;

    DecodedText(InputStream source) {
        this(source, ',');
    }

    /** @param delimiter what parts the fields; it and the comma change places, so that readers know the comma alone */
    DecodedText(InputStream source, char delimiter) {
        this.source = source;
        this.delimiter = delimiter;
        this.block = new byte[BLOCK];
        this.bytes = ByteBuffer.wrap(block).limit(0);
    }

    /** The bytes {@code begin..end-1} alone. */
    DecodedText(byte[] text, int begin, int end, char delimiter) {
        this.source = InputStream.nullInputStream();
        this.delimiter = delimiter;
        this.block = text;
        this.bytes = ByteBuffer.wrap(text, begin, end - begin);
        this.ended = true;
        this.lines.count(text, begin, end);
    }

    /** Whether a character is a byte that belongs to none, where the one before it is not the first of a pair. */
    static boolean isStrayByte(char[] text, int at, int begin) {
        return Character.isLowSurrogate(text[at]) && (at == begin || !Character.isHighSurrogate(text[at - 1]));
    }

    /** Puts characters into the target, at least one where there is room for two; false at the end of the text. */
    boolean read(CharBuffer target) throws IOException {
        int before = target.position();
        while (target.position() == before) {
            if (ended && !bytes.hasRemaining()) {
                return false;
            }
            decode(target);
            if (target.position() == before && !ended) {
                readOn();
            }
        }
        if (delimiter != ',') {
            exchange(target, before);
        }
        return true;
    }

    private void exchange(CharBuffer target, int from) {
        for (int at = from; at < target.position(); at++) {
            char c = target.get(at);
            if (c == delimiter) {
                target.put(at, ',');
            } else if (c == ',') {
                target.put(at, COMMA);
            }
        }
    }

    private void decode(CharBuffer target) {
        CoderResult result = decoder.decode(bytes, target, ended);
        for (int left = result.isMalformed() ? result.length() : 0; left > 0 && target.hasRemaining(); left--) {
            target.put((char) (0xDC00 | (bytes.get() & 0xFF)));
        }
    }

    /** Reads bytes behind those of a character that is not complete. */
    private void readOn() throws IOException {
        bytes.compact();
        int begin = bytes.position();
        int count = source.read(block, begin, BLOCK - begin);
        ended = count < 0;
        bytes.position(begin + Math.max(0, count)).flip();
        if (count > 0) {
            lines.count(block, begin, begin + count);
        }
    }

    /** The lines of what was read. */
    long lines() {
        return lines.lines();
    }
}
