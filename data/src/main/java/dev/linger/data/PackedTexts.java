package dev.linger.data;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts as one array of UTF-8 and where each ends, so that n texts of m bytes together cost m + 4 n bytes. */
final class PackedTexts implements Serializable {
    private static final long serialVersionUID = 1;

    private static final int MOST_BYTES = Integer.MAX_VALUE - Long.BYTES;

    final byte[] utf8;
    final int[] ends;

    /**
     * The texts that stand one after another.
     *
     * @param what what a text is, in errors
     * @param ends for each text where it ends, which is where the next begins
     * @throws IllegalArgumentException where the ends descend or the last is not that of the texts
     */
    PackedTexts(String what, byte[] utf8, int[] ends) {
        int before = 0;
        for (int end : ends) {
            if (end < before) {
                throw new IllegalArgumentException("a " + what + " ends at " + end + ", before it begins at " + before);
            }
            before = end;
        }
        if (before != utf8.length) {
            throw new IllegalArgumentException(
                    what + "s end at " + before + " but their texts have " + utf8.length + " bytes");
        }
        this.utf8 = utf8;
        this.ends = ends;
    }

    /**
     * These texts.
     *
     * @param advice what to do where they are too long together
     * @throws InputException where they are longer together than an array may be
     */
    static PackedTexts of(String what, String advice, byte[][] texts) {
        int[] ends = new int[texts.length];
        long size = 0;
        for (int at = 0; at < texts.length; at++) {
            size += texts[at].length;
            if (size > MOST_BYTES) {
                throw new InputException(
                        "the first " + at + " " + what + "s of " + texts.length + " have 2 GiB already; " + advice);
            }
            ends[at] = (int) size;
        }
        byte[] utf8 = new byte[(int) size];
        for (int at = 0; at < texts.length; at++) {
            System.arraycopy(texts[at], 0, utf8, ends[at] - texts[at].length, texts[at].length);
        }
        return new PackedTexts(what, utf8, ends);
    }

    /** The order of UTF-8 as unsigned bytes, which is that of code points; no locale changes it. */
    static int compare(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, other);
    }

    int size() {
        return ends.length;
    }

    String get(int at) {
        return new String(utf8, begin(at), ends[at] - begin(at), StandardCharsets.UTF_8);
    }

    /** The place of a text among these, which ascend; -1 where it is none of them. */
    int find(byte[] text) {
        int low = 0;
        int high = ends.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Arrays.compareUnsigned(utf8, begin(middle), ends[middle], text, 0, text.length);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order > 0 ? middle - 1 : high;
        }
        return -1;
    }

    /** Whether each is above the one before it. */
    boolean ascend() {
        for (int at = 1; at < ends.length; at++) {
            if (Arrays.compareUnsigned(utf8, begin(at - 1), ends[at - 1], utf8, begin(at), ends[at]) >= 0) {
                return false;
            }
        }
        return true;
    }

    private int begin(int at) {
        return at == 0 ? 0 : ends[at - 1];
    }
}
