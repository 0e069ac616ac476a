package dev.linger.spark.plays;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlayRanksTest {
    private static final PlayBlock PLAYS = block(-5, -1, 0, 3, 70_000, 1L << 40);

    @Test
    void timesAreCountedByTheirFirstSixteenBitsInTheOrderOfTime() {
        long[] counts = PlayRanks.counts(PLAYS, PlayRanks.byTime(), new long[1], 48);

        assertEquals(2, counts[0x7FFF]); // before 1970
        assertEquals(4, counts[0x8000]);
    }

    @Test
    void onlyTimesThatShareTheBitsAboveAreCountedByTheNext() {
        long[] counts = PlayRanks.counts(PLAYS, PlayRanks.byTime(), new long[] {0x8000L << 48}, 0);

        assertEquals(1, counts[0]);
        assertEquals(1, counts[3]);
        assertEquals(0, counts[70_000 - 65_536]);
    }

    private static PlayBlock block(long... times) {
        int[] zeros = new int[times.length];
        return new PlayBlock(0, 1, zeros, zeros, zeros, zeros, times);
    }
}
