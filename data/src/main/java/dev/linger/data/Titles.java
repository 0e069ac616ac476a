package dev.linger.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What people call each video, one text an item in the order of the item index: for people to read, no model looks at it. Held
 * as one array of UTF-8 and where each text ends, so n titles of m bytes together cost m + 4 n bytes.
 */
public final class Titles {
    private static final byte[] NOTHING = {};

    private final byte[] utf8;
    private final int[] ends;

    /**
     * The titles that stand one after another.
     *
     * @param utf8 all texts
     * @param ends for each item where its text ends, which is where the next begins; an item without a title has an empty one
     * @throws IllegalArgumentException where the ends descend or the last is not that of the texts
     */
    public Titles(byte[] utf8, int[] ends) {
        int before = 0;
        for (int end : ends) {
            if (end < before) {
                throw new IllegalArgumentException("a title ends at " + end + ", before it begins at " + before);
            }
            before = end;
        }
        if (before != utf8.length) {
            throw new IllegalArgumentException(
                    "titles end at " + before + " but their texts have " + utf8.length + " bytes");
        }
        this.utf8 = utf8;
        this.ends = ends;
    }

    /** So many videos, none of which has a title. */
    public static Titles none(int size) {
        return new Titles(NOTHING, new int[size]);
    }

    /**
     * These titles.
     *
     * @param texts one an item, null or empty where it has none
     * @throws InputException where they are longer together than an array may be
     */
    public static Titles of(@Nullable String[] texts) {
        byte[] utf8 = NOTHING;
        int[] ends = new int[texts.length];
        int size = 0;
        for (int item = 0; item < texts.length; item++) {
            String text = texts[item];
            byte[] bytes = text == null ? NOTHING : text.getBytes(StandardCharsets.UTF_8);
            long end = (long) size + bytes.length;
            if (end > Integer.MAX_VALUE - Long.BYTES) {
                throw new InputException("the titles of the first " + item + " videos of " + texts.length
                        + " have 2 GiB already; leave titles out, or shorten them");
            }
            if (end > utf8.length) {
                utf8 = Arrays.copyOf(utf8, (int) Math.min(Integer.MAX_VALUE - Long.BYTES, Math.max(end, 2L * size)));
            }
            System.arraycopy(bytes, 0, utf8, size, bytes.length);
            size = (int) end;
            ends[item] = size;
        }
        return new Titles(Arrays.copyOf(utf8, size), ends);
    }

    /** The number of items. */
    public int size() {
        return ends.length;
    }

    /** Whether no item has a title. */
    public boolean isEmpty() {
        return utf8.length == 0;
    }

    /** The title of an item, "" where it has none. */
    public String of(int item) {
        int begin = item == 0 ? 0 : ends[item - 1];
        return new String(utf8, begin, ends[item] - begin, StandardCharsets.UTF_8);
    }

    /** All texts, one after another. */
    public byte[] utf8() {
        return utf8;
    }

    /** For each item where its text ends. */
    public int[] ends() {
        return ends;
    }
}
