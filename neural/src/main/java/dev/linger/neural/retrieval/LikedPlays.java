package dev.linger.neural.retrieval;

import dev.linger.candidates.TimeDecay;
import dev.linger.neural.Histories;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The liked plays that networks learn from, drawn the more often the later they are: with probability {@code 0.5^(age /
 * half-life)} of that of the latest one.
 */
final class LikedPlays {
    private final int[] position;
    private final double[] weight;
    private final double largest;
    private final float[] logOfShare;

    LikedPlays(Histories plays, int itemCount, double likedThreshold, TimeDecay decay) {
        int count = 0;
        for (float ratio : plays.ratio()) {
            count += ratio > likedThreshold ? 1 : 0;
        }
        this.position = new int[count];
        this.weight = new double[count];
        double[] ofItem = new double[itemCount];
        double all = 0;
        double most = 0;
        int next = 0;
        for (int at = 0; at < plays.size(); at++) {
            if (plays.ratio()[at] > likedThreshold) {
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

    /** The positions, among the plays, of those of one epoch, ascending. */
    int[] draw(SplittableRandom random) {
        int[] drawn = new int[position.length];
        int count = 0;
        for (int at = 0; at < position.length; at++) {
            if (random.nextDouble() * largest < weight[at]) {
                drawn[count++] = position[at];
            }
        }
        return Arrays.copyOf(drawn, count);
    }
}
