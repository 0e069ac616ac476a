package dev.linger.candidates;

import dev.linger.data.InteractionLog;

/** The items that can be ranked at all: those played before the cut. */
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
