package dev.linger.data.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The number of lines of a text, counted from its bytes: the splitting into rows must come to the same. A line ends with
 * LF, CRLF or a lone CR, the last one with the text too.
 */
final class LineCounter {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = ONES << 7;

    private long ends;
    private boolean afterCarriageReturn;
    private boolean lineIsOpen;

    void count(byte[] bytes, int begin, int end) {
        int at = begin;
        while (at < end) {
            if (at + Long.BYTES > end || afterCarriageReturn || !countEight((long) EIGHT.get(bytes, at))) {
                count(bytes[at++]);
            } else {
                at += Long.BYTES;
            }
        }
    }

    /**
     * Counts eight bytes at once, unless CR is among them. Of {@code eight ^ LF} a byte is 0 where an LF stands: adding 127 to
     * its lower bits sets the highest bit of every other (Warren, Hacker's Delight, 6-1).
     */
    private boolean countEight(long eight) {
        long carriageReturns = eight ^ '\r' * ONES;
        if (((carriageReturns - ONES) & ~carriageReturns & HIGH_BITS) != 0) {
            return false;
        }
        long lineFeeds = eight ^ '\n' * ONES;
        long marks = ~(((lineFeeds & ~HIGH_BITS) + ~HIGH_BITS) | lineFeeds | ~HIGH_BITS);
        ends += Long.bitCount(marks);
        lineIsOpen = marks >= 0; // the last byte's mark is the sign
        return true;
    }

    private void count(byte one) {
        boolean secondOfTwo = one == '\n' && afterCarriageReturn;
        boolean end = one == '\n' || one == '\r';
        ends += end && !secondOfTwo ? 1 : 0;
        afterCarriageReturn = one == '\r';
        lineIsOpen = !end;
    }

    /** The lines of what was counted. */
    long lines() {
        return ends + (lineIsOpen ? 1 : 0);
    }
}
