package dev.linger.neural.retrieval;

import dev.linger.candidates.PlayValue;
import dev.linger.candidates.TimeDecay;
import dev.linger.candidates.als.Weighting;
import dev.linger.data.InteractionLog;
import dev.linger.neural.Histories;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The liked plays that networks learn from, drawn in proportion to {@code p c 0.5^(age / half-life)}, with the preference and
 * the confidence that a weighting gives the play.
 */
final class LikedPlays {
    private final int[] position;
    private final double[] weight;
    private final double largest;
    private final float[] logOfShare;

    LikedPlays(Histories plays, InteractionLog log, int itemCount, VectorConfig config, TimeDecay decay) {
        double likedThreshold = config.likedThreshold();
        Weighting weighting = config.weighting();
        PlayValue values = weighting.playValue(log);
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
                int row = plays.row()[at];
                double value = values.of(log.durationMillis(row), log.watchRatio(row));
                double of =
                        weighting.preference(value) * weighting.confidence(value) * decay.weight(plays.millis()[at]);
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
