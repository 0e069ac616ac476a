package dev.linger.data.csv;

import org.jspecify.annotations.Nullable;

/** One string for each text; open addressing with linear probing. */
final class TextPool {
    private @Nullable String[] texts = new String[64];
    private int size;

    String text(char[] buffer, int offset, int length) {
        int slot = slot(hash(buffer, offset, length));
        for (String text = texts[slot]; text != null; text = texts[slot]) {
            if (equal(text, buffer, offset, length)) {
                return text;
            }
            slot = (slot + 1) & (texts.length - 1);
        }
        String text = new String(buffer, offset, length);
        texts[slot] = text;
        if (2 * ++size > texts.length) {
            grow();
        }
        return text;
    }

    private void grow() {
        @Nullable String[] all = texts;
        texts = new String[all.length * 2];
        for (String text : all) {
            if (text != null) {
                int slot = slot(text.hashCode());
                while (texts[slot] != null) {
                    slot = (slot + 1) & (texts.length - 1);
                }
                texts[slot] = text;
            }
        }
    }

    private int slot(int hash) {
        return ((hash * 0x9e3779b9) >>> 7) & (texts.length - 1);
    }

    /** As {@link String#hashCode}. */
    private static int hash(char[] buffer, int offset, int length) {
        int hash = 0;
        for (int at = offset; at < offset + length; at++) {
            hash = 31 * hash + buffer[at];
        }
        return hash;
    }

    private static boolean equal(String text, char[] buffer, int offset, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int at = 0; at < length; at++) {
            if (text.charAt(at) != buffer[offset + at]) {
                return false;
            }
        }
        return true;
    }
}
