package dev.linger.neural.retrieval;

import dev.linger.candidates.TimeDecay;
import dev.linger.data.InteractionLog;
import java.util.Arrays;

/**
 * How each video was watched before an instant, in four numbers of about the size of 1:
 *
 * <pre>
 * log(1 + 8 liked(half a day)) / 2,  log(1 + liked(4 days)) / 2,  log(1 + plays(4 days)) / 3,
 * log((liked(4 days) + 10 base) / (plays(4 days) + 10) / base),  base = (all liked + 1) / (all plays + 7)
 * </pre>
 *
 * <p>where a play counts {@code 0.5^(age / half-life)}, the half-life in brackets.
 */
final class ItemStatistics {
    /** So many numbers a video. */
    static final int COUNT = 4;

    private static final double SHORT_DAYS = 0.5;
    private static final double LONG_DAYS = 4;

    private final double likedThreshold;
    private final double[] likedShort;
    private final double[] likedLong;
    private final double[] playsLong;
    private final long[] countedAt;
    private double liked;
    private double plays;

    ItemStatistics(int itemCount, double likedThreshold) {
        this.likedThreshold = likedThreshold;
        this.likedShort = new double[itemCount];
        this.likedLong = new double[itemCount];
        this.playsLong = new double[itemCount];
        this.countedAt = new long[itemCount];
        Arrays.fill(countedAt, Long.MIN_VALUE);
    }

    /** Counts all plays of a log and writes, for each, the numbers of its video just before it. */
    float[] beforeEachPlay(InteractionLog log) {
        float[] numbers = new float[Math.multiplyExact(log.size(), COUNT)];
        for (int row = 0; row < log.size(); row++) {
            write(log.item(row), log.timestampMillis(row), numbers, row * COUNT);
            count(log.item(row), log.watchRatio(row));
        }
        return numbers;
    }

    /** The numbers of every video at an instant that no play counted is after. */
    float[] at(long millis) {
        float[] numbers = new float[countedAt.length * COUNT];
        for (int item = 0; item < countedAt.length; item++) {
            write(item, millis, numbers, item * COUNT);
        }
        return numbers;
    }

    private void count(int item, double ratio) {
        double isLiked = ratio > likedThreshold ? 1 : 0;
        likedShort[item] += isLiked;
        likedLong[item] += isLiked;
        playsLong[item]++;
        liked += isLiked;
        plays++;
    }

    private void write(int item, long millis, float[] to, int at) {
        if (countedAt[item] != Long.MIN_VALUE) {
            likedShort[item] *= new TimeDecay(SHORT_DAYS, millis).weight(countedAt[item]);
            double overLong = new TimeDecay(LONG_DAYS, millis).weight(countedAt[item]);
            likedLong[item] *= overLong;
            playsLong[item] *= overLong;
        }
        countedAt[item] = millis;
        double base = (liked + 1) / (plays + 7);
        to[at] = (float) (StrictMath.log1p(8 * likedShort[item]) / 2);
        to[at + 1] = (float) (StrictMath.log1p(likedLong[item]) / 2);
        to[at + 2] = (float) (StrictMath.log1p(playsLong[item]) / 3);
        to[at + 3] = (float) StrictMath.log((likedLong[item] + 10 * base) / (playsLong[item] + 10) / base);
    }
}
