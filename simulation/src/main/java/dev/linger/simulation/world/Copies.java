package dev.linger.simulation.world;

import dev.linger.data.Draws;
import dev.linger.simulation.shape.Design.Dirt;

/** How many exact copies follow a row of one user in the log. */
@FunctionalInterface
public interface Copies {
    /** Chance that a row copied once is copied once more. */
    double COPIED_AGAIN = 0.32;

    int of(int row, Draws draws);

    /** Each row by itself. */
    static Copies byChance(Dirt dirt) {
        return (row, draws) -> {
            int copies = 0;
            for (boolean copy = draws.chance(dirt.copiedShare()); copy; copy = draws.chance(COPIED_AGAIN)) {
                copies++;
            }
            return copies;
        };
    }

    /**
     * So many in all.
     *
     * @param count copies of all rows together
     * @param ofOneRow how many of these are of the same row; 0 for no such row
     * @param rows the user's rows, at least two
     */
    static Copies exactly(int count, int ofOneRow, int rows, Draws draws) {
        int[] copies = new int[rows];
        int often = ofOneRow > 0 ? draws.below(rows) : -1;
        int left = count - ofOneRow;
        while (left > 0) {
            int row = draws.below(rows);
            if (row == often) {
                continue;
            }
            do {
                copies[row]++;
                left--;
            } while (left > 0 && draws.chance(COPIED_AGAIN));
        }
        if (often >= 0) {
            copies[often] = ofOneRow;
        }
        return (row, unused) -> copies[row];
    }
}
