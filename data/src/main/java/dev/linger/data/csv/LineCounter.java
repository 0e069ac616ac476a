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
            if (at + Long.BYTES <= end && !afterCarriageReturn && noneBelow14((long) EIGHT.get(bytes, at))) {
                at += Long.BYTES;
                lineIsOpen = true;
            } else {
                count(bytes[at++]);
            }
        }
    }

    /** Whether each of eight bytes is at least 14, or none of them is a line end: LF is 10, CR 13. */
    private static boolean noneBelow14(long eight) {
        return ((eight - 14 * ONES) & ~eight & HIGH_BITS) == 0;
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
