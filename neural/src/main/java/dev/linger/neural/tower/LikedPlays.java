package dev.linger.neural.tower;

import dev.linger.candidates.TimeDecay;
import dev.linger.neural.Histories;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The liked plays that towers learn from, drawn the more often the later they are: with probability {@code 0.5^(age /
 * half-life)} of that of the latest one.
 */
final class LikedPlays {
    private final int[] position;
    private final double[] weight;
    private final double largest;
    private final float[] logOfShare;

    /** @param cutMillis when age counts from */
    LikedPlays(Histories plays, int itemCount, TwoTowerConfig config, long cutMillis) {
        TimeDecay decay = new TimeDecay(config.halfLifeDays(), cutMillis);
        int count = 0;
        for (float ratio : plays.ratio()) {
            count += ratio > config.likedThreshold() ? 1 : 0;
        }
        this.position = new int[count];
        this.weight = new double[count];
        double[] ofItem = new double[itemCount];
        double all = 0;
        double most = 0;
        int next = 0;
        for (int at = 0; at < plays.size(); at++) {
            if (plays.ratio()[at] > config.likedThreshold()) {
                double of = decay.weight(plays.millis()[at]);
                position[next] = at;
                weight[next++] = of;
                ofItem[plays.item()[at]] += of;
                all += of;
                most = Math.max(most, of);
            }
        }
        this.largest = most;
        this.logOfShare = new float[itemCount];
        for (int item = 0; item < itemCount; item++) {
            logOfShare[item] = (float) StrictMath.log(ofItem[item] / all);
        }
    }

    /** The log of how often a video is drawn, of all draws. */
    float logOfShare(int item) {
        return logOfShare[item];
    }

    /** The positions, among the plays, of those of one epoch, in random order. */
    int[] draw(SplittableRandom random) {
        int[] drawn = new int[position.length];
        int count = 0;
        for (int at = 0; at < position.length; at++) {
            if (random.nextDouble() * largest < weight[at]) {
                drawn[count++] = position[at];
            }
        }
        for (int at = count - 1; at > 0; at--) {
            int other = random.nextInt(at + 1);
            int swapped = drawn[at];
            drawn[at] = drawn[other];
            drawn[other] = swapped;
        }
        return Arrays.copyOf(drawn, count);
    }
}
