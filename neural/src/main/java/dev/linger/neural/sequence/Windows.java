package dev.linger.neural.sequence;

import dev.linger.neural.Histories;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Cuts the plays of users into windows of so many, each of which is gone through at once: every liked play of it is predicted
 * by the plays before it in the window. Users with more plays than fit are cut at another place in each epoch.
 */
final class Windows {
    private final Histories plays;
    private final int[] userOf;
    private final int length;
    private final int[] startOf;

    Windows(Histories plays, int length) {
        this.plays = plays;
        this.userOf = plays.userOfEach();
        this.length = length;
        this.startOf = new int[plays.size()];
    }

    /** The first play of the window of a play, as they were cut last. */
    int startOf(int play) {
        return startOf[play];
    }

    int userOf(int play) {
        return userOf[play];
    }

    /** Cuts again, and puts the plays that were drawn, window by window in random order, as whole windows into batches. */
    List<int[]> batches(int[] drawn, int size, SplittableRandom random) {
        int shift = random.nextInt(length);
        List<int[]> windows = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < drawn.length; at++) {
            startOf[drawn[at]] = start(drawn[at], shift);
            if (startOf[drawn[at]] != startOf[drawn[from]]) {
                windows.add(Arrays.copyOfRange(drawn, from, at));
                from = at;
            }
        }
        if (from < drawn.length) {
            windows.add(Arrays.copyOfRange(drawn, from, drawn.length));
        }
        for (int at = windows.size() - 1; at > 0; at--) {
            Collections.swap(windows, at, random.nextInt(at + 1));
        }
        return packed(windows, size);
    }

    private int start(int play, int shift) {
        int first = plays.start()[userOf[play]];
        int count = plays.start()[userOf[play] + 1] - first;
        int after = play - first + (count > length ? shift : 0);
        return Math.max(first, play - after % length);
    }

    /** Batches of whole windows; one that has more plays than a batch is cut, which leaves its plays what they are predicted by. */
    private static List<int[]> packed(List<int[]> windows, int size) {
        List<int[]> batches = new ArrayList<>();
        int[] batch = new int[size];
        int filled = 0;
        for (int[] window : windows) {
            for (int from = 0; from < window.length; from += size) {
                int count = Math.min(size, window.length - from);
                if (filled + count > size) {
                    batches.add(Arrays.copyOf(batch, filled));
                    filled = 0;
                }
                System.arraycopy(window, from, batch, filled, count);
                filled += count;
            }
        }
        if (filled > 0) {
            batches.add(Arrays.copyOf(batch, filled));
        }
        return batches;
    }
}
