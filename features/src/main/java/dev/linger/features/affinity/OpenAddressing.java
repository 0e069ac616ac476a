package dev.linger.features.affinity;

/**
 * Where a value is in a table of values + 1, 0 where a slot is empty: it is looked for from a place on that is spread over
 * the table.
 */
final class OpenAddressing {
    static final int EMPTY = 0;

    // The odd number next to 2^32 / golden ratio.
    private static final int SPREAD = 0x9E3779B1;

    private OpenAddressing() {}

    /** Slots of which so many values take at most 3/4. */
    static int room(int values) {
        return values + (values + 2) / 3;
    }

    /**
     * The slot of a value, or the empty one that would be its own.
     *
     * @param table the slots {@code start..start+slots-1} of it, at least one of them empty
     */
    static int seek(int[] table, int start, int slots, int value) {
        int at = start + (int) ((Integer.toUnsignedLong(value * SPREAD) * slots) >>> 32);
        while (table[at] != EMPTY && table[at] != value + 1) {
            at = at + 1 == start + slots ? start : at + 1;
        }
        return at;
    }
}
