package dev.linger.data;

/**
 * Row numbers in order of one key after another, the least significant key first; rows of equal keys keep their order.
 * Radix sort by up to 14 bits a pass (Knuth, The Art of Computer Programming 3, 5.2.5).
 */
public final class RowOrder {
    private static final int MAX_BITS = 14;

    private final char[] digits;
    private int[] order;
    private int[] other;

    /** The rows as they are. */
    public RowOrder(int rows) {
        digits = new char[rows];
        order = new int[rows];
        other = new int[rows];
        for (int row = 0; row < rows; row++) {
            order[row] = row;
        }
    }

    /** The row at each place. */
    public int[] rows() {
        return order;
    }

    /** Sorts by a key, whose first is at {@code from}. */
    public RowOrder by(int[] key, int from) {
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        for (int row = 0; row < order.length; row++) {
            least = Math.min(least, key[from + row]);
            most = Math.max(most, key[from + row]);
        }
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(most - least);
        int width = width(bits);
        for (int shift = 0; shift < bits; shift += width) {
            for (int row = 0; row < digits.length; row++) {
                digits[row] = (char) (((key[from + row] - least) >>> shift) & ((1 << width) - 1));
            }
            byDigits(width);
        }
        return this;
    }

    /** Sorts by a key, whose first is at {@code from}. */
    public RowOrder by(long[] key, int from) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int row = 0; row < order.length; row++) {
            least = Math.min(least, key[from + row]);
            most = Math.max(most, key[from + row]);
        }
        int bits = Long.SIZE - Long.numberOfLeadingZeros(most - least);
        int width = width(bits);
        for (int shift = 0; shift < bits; shift += width) {
            for (int row = 0; row < digits.length; row++) {
                digits[row] = (char) (((key[from + row] - least) >>> shift) & ((1 << width) - 1));
            }
            byDigits(width);
        }
        return this;
    }

    /** The bits of a pass, where so many are shared evenly among as few passes as can be. */
    private static int width(int bits) {
        int passes = Math.max(1, (bits + MAX_BITS - 1) / MAX_BITS);
        return (bits + passes - 1) / passes;
    }

    private void byDigits(int width) {
        int[] next = new int[(1 << width) + 1];
        for (char digit : digits) {
            next[digit + 1]++;
        }
        for (int digit = 1; digit < next.length; digit++) {
            next[digit] += next[digit - 1];
        }
        for (int row : order) {
            other[next[digits[row]]++] = row;
        }
        int[] swap = order;
        order = other;
        other = swap;
    }
}
