package dev.linger.data.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers texts, from 0 in the order in which they come first; equal texts have one number. Open addressing with linear
 * probing. Most cells are short, and these are told apart by a long without a look at any text.
 */
final class TextPool {
    /** So many characters of seven bits, behind a 1 that tells their number, are a long above 0. */
    private static final int SHORT = 8;

    private static final int LONG_TEXT = -1;

    private final List<String> texts = new ArrayList<>();

    /** The number of the text of each slot, -1 where it is free, and its key where it is short. */
    private int[] numbers = new int[64];

    private long[] keys = new long[64];

    TextPool() {
        Arrays.fill(numbers, -1);
    }

    /** All texts by their numbers. */
    List<String> texts() {
        return texts;
    }

    int number(char[] buffer, int offset, int length) {
        long key = key(buffer, offset, length);
        int slot = slot(key == LONG_TEXT ? hash(buffer, offset, length) : key);
        while (numbers[slot] >= 0) {
            boolean isIt =
                    keys[slot] == key && (key != LONG_TEXT || equal(texts.get(numbers[slot]), buffer, offset, length));
            if (isIt) {
                return numbers[slot];
            }
            slot = (slot + 1) & (numbers.length - 1);
        }
        int number = texts.size();
        texts.add(new String(buffer, offset, length));
        numbers[slot] = number;
        keys[slot] = key;
        if (2 * texts.size() > numbers.length) {
            grow();
        }
        return number;
    }

    /** A number of a short text that no other has, else {@link #LONG_TEXT}. */
    private static long key(char[] buffer, int offset, int length) {
        if (length > SHORT) {
            return LONG_TEXT;
        }
        long key = 1;
        for (int at = offset; at < offset + length; at++) {
            if (buffer[at] > 0x7F) {
                return LONG_TEXT;
            }
            key = key << 7 | buffer[at];
        }
        return key;
    }

    private void grow() {
        int[] before = numbers;
        long[] keysBefore = keys;
        numbers = new int[2 * before.length];
        keys = new long[2 * before.length];
        Arrays.fill(numbers, -1);
        for (int at = 0; at < before.length; at++) {
            if (before[at] >= 0) {
                long key = keysBefore[at];
                int slot = slot(key == LONG_TEXT ? texts.get(before[at]).hashCode() : key);
                while (numbers[slot] >= 0) {
                    slot = (slot + 1) & (numbers.length - 1);
                }
                numbers[slot] = before[at];
                keys[slot] = key;
            }
        }
    }

    private int slot(long hash) {
        return (int) ((hash * 0x9e3779b97f4a7c15L) >>> 32) & (numbers.length - 1);
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
