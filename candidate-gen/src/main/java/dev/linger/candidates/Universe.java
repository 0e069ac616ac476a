package dev.linger.candidates;

import dev.linger.data.InteractionLog;
import java.util.function.IntPredicate;

/** The items that can be ranked at all: those known before the cut. */
public final class Universe {
    private final boolean[] contains;
    private final int size;

    private Universe(boolean[] contains, int size) {
        this.contains = contains;
        this.size = size;
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
}
