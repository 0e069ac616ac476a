package dev.linger.data;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What people call each video, one text an item in the order of the item index: for people to read, no model looks at it. Held
 * as one array of UTF-8 and where each text ends, so n titles of m bytes together cost m + 4 n bytes.
 */
public final class Titles {
    private final PackedTexts texts;

    private Titles(PackedTexts texts) {
        this.texts = texts;
    }

    /**
     * The titles that stand one after another.
     *
     * @param utf8 all texts
     * @param ends for each item where its text ends, which is where the next begins; an item without a title has an empty one
     * @throws IllegalArgumentException where the ends descend or the last is not that of the texts
     */
    public Titles(byte[] utf8, int[] ends) {
        this(new PackedTexts("title", utf8, ends));
    }

    /** So many videos, none of which has a title. */
    public static Titles none(int size) {
        return new Titles(new byte[0], new int[size]);
    }

    /**
     * These titles.
     *
     * @param texts one an item, null or empty where it has none
     * @throws InputException where they are longer together than an array may be
     */
    public static Titles of(@Nullable String[] texts) {
        byte[][] utf8 = new byte[texts.length][];
        for (int item = 0; item < texts.length; item++) {
            String text = texts[item];
            utf8[item] = (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
        }
        return new Titles(PackedTexts.of("title", "leave titles out, or shorten them", utf8));
    }

    /** The number of items. */
    public int size() {
        return texts.size();
    }

    /** Whether no item has a title. */
    public boolean isEmpty() {
        return texts.utf8.length == 0;
    }

    /** The title of an item, "" where it has none. */
    public String of(int item) {
        return texts.get(item);
    }

    /** All texts, one after another. */
    public byte[] utf8() {
        return texts.utf8;
    }

    /** For each item where its text ends. */
    public int[] ends() {
        return texts.ends;
    }
}
