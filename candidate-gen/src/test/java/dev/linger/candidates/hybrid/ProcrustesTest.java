package dev.linger.candidates.hybrid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.candidates.Embeddings;
import org.junit.jupiter.api.Test;

class ProcrustesTest {
    private static final double[][] USERS = {{1, 2}, {-1, 0.5}};
    private static final double[][] ITEMS = {{3, 1}, {0, -2}, {7, 7}};

    /** The vectors turned by a quarter, (x, y) -> (-y, x); those of the last item are of one side alone. */
    private static double[][] turned(double[][] vectors) {
        double[][] turned = new double[vectors.length][];
        for (int row = 0; row < turned.length; row++) {
            turned[row] = new double[] {-vectors[row][1], vectors[row][0]};
        }
        return turned;
    }

    private record Table(double[][] users, double[][] items, int unknownItem) implements Embeddings {
        @Override
        public int width() {
            return users[0].length;
        }

        @Override
        public int userCount() {
            return users.length;
        }

        @Override
        public int itemCount() {
            return items.length;
        }

        @Override
        public boolean user(int user, double[] into, int at) {
            System.arraycopy(users[user], 0, into, at, width());
            return true;
        }

        @Override
        public boolean item(int item, double[] into, int at) {
            System.arraycopy(items[item], 0, into, at, width());
            return item != unknownItem;
        }
    }

    @Test
    void vectors_that_were_turned_by_a_quarter_are_turned_back() {
        double[][] items = turned(ITEMS);
        items[2] = new double[] {-1e6, 5};
        double[] rotation = Procrustes.rotation(new Table(turned(USERS), items, 2), new Table(USERS, ITEMS, -1));
        // (-y, x) Q = (x, y)
        assertArrayEquals(new double[] {0, -1, 1, 0}, rotation, 1e-12);
    }

    @Test
    void what_is_the_same_stays_as_it_is() {
        Table table = new Table(USERS, ITEMS, -1);
        assertArrayEquals(new double[] {1, 0, 0, 1}, Procrustes.rotation(table, table), 1e-12);
    }

    @Test
    void vectors_of_other_lengths_are_refused() {
        Table longer = new Table(new double[2][3], new double[3][3], -1);
        assertThrows(IllegalArgumentException.class, () -> Procrustes.rotation(longer, new Table(USERS, ITEMS, -1)));
    }
}
