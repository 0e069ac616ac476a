package dev.linger.candidates;

import dev.linger.data.InteractionLog;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The items that can be ranked at all: those known before the cut. */
public final class Universe {
    private final boolean[] contains;
    private final int size;

    private Universe(boolean[] contains, int size) {
        this.contains = contains;
        this.size = size;
    }

    /** The items for which this holds. */
    public static Universe of(int itemCount, IntPredicate isKnown) {
        return new Universe(new boolean[itemCount], 0).with(isKnown);
    }

    /** The items with at least one play in the training log. */
    public static Universe playedIn(InteractionLog training, int itemCount) {
        boolean[] played = new boolean[itemCount];
        int size = 0;
        for (int row = 0; row < training.size(); row++) {
            int item = training.item(row);
            if (!played[item]) {
                played[item] = true;
                size++;
            }
        }
        return new Universe(played, size);
    }

    /** These items and those of which more is known than their plays. */
    public Universe with(IntPredicate isKnown) {
        boolean[] all = contains.clone();
        int count = 0;
        for (int item = 0; item < all.length; item++) {
            all[item] |= isKnown.test(item);
            count += all[item] ? 1 : 0;
        }
        return new Universe(all, count);
    }

    /** The number of items that can be ranked. */
    public int size() {
        return size;
    }

    /** The number of items there are, in the universe or not. */
    public int itemCount() {
        return contains.length;
    }

    public boolean contains(int item) {
        return contains[item];
    }

    /** Writes the number of items and a column of those it contains. */
    public void write(ColumnWriter out) throws IOException {
        out.number(contains.length);
        out.ints(IntStream.range(0, contains.length).filter(this::contains).toArray());
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException where it is of another number of items, or items are out of order or range
     */
    public static Universe read(ColumnReader in, int itemCount) throws IOException {
        StrictColumns.count(in, "items", itemCount);
        int[] items = StrictColumns.ascending(in, itemCount);
        boolean[] contains = new boolean[itemCount];
        for (int item : items) {
            contains[item] = true;
        }
        return new Universe(contains, items.length);
    }
}
