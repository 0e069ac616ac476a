package dev.linger.candidates;

import java.util.stream.IntStream;

/** Pairs told by a table. */
public final class Withheld {
    private Withheld() {}

    /** The pairs that are marked in the table, {@code [user][item]}. */
    public static WithheldPairs pairs(boolean[][] withheld) {
        int items = withheld[0].length;
        int[] cells = IntStream.range(0, withheld.length * items)
                .filter(cell -> withheld[cell / items][cell % items])
                .toArray();
        return WithheldPairs.of(
                IntStream.of(cells).map(cell -> cell / items).toArray(),
                IntStream.of(cells).map(cell -> cell % items).toArray(),
                withheld.length,
                items);
    }
}
