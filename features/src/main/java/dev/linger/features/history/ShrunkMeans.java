package dev.linger.features.history;

import dev.linger.data.duration.WatchRules;
import dev.linger.features.SharedCounts;
import dev.linger.features.StateColumns;
import java.io.IOException;

/**
 * Plays, mean watch ratio and completion of each user, item, author or tag, the means shrunk to those of all plays.
 * Ratios above the cap count as the cap.
 */
public final class ShrunkMeans {
    private final Shrinkage shrinkage;
    private final WatchRules rules;
    private final int[] plays;
    private final double[] ratioSum;
    private final int[] completed;
    private long allPlays;
    private double allRatioSum;
    private long allCompleted;

    public ShrunkMeans(int size, Shrinkage shrinkage, WatchRules rules) {
        this.shrinkage = shrinkage;
        this.rules = rules;
        this.plays = new int[size];
        this.ratioSum = new double[size];
        this.completed = new int[size];
    }

    /** Counts a play of one of them. */
    public void observe(int of, double ratio) {
        observeAll(ratio);
        observeOne(of, ratio);
    }

    /** Counts a play among all; where it is of several of them, or of none, it is still one play. */
    public void observeAll(double ratio) {
        allPlays++;
        allRatioSum += rules.capped(ratio);
        allCompleted += rules.isCompleted(ratio) ? 1 : 0;
    }

    /** Counts a play of one of them that {@link #observeAll} has counted or will. */
    public void observeOne(int of, double ratio) {
        plays[of]++;
        ratioSum[of] += rules.capped(ratio);
        completed[of] += rules.isCompleted(ratio) ? 1 : 0;
    }

    public int plays(int of) {
        return plays[of];
    }

    public long allPlays() {
        return allPlays;
    }

    /** NaN while nobody has played anything. */
    public double meanRatio(int of) {
        return shrinkage.mean(ratioSum[of], plays[of], allRatioSum / allPlays);
    }

    /** Lists what has been counted. */
    public void state(StateColumns columns) throws IOException {
        columns.ints(plays);
        columns.doubles(ratioSum);
        columns.ints(completed);
        allPlays = columns.number(allPlays);
        allRatioSum = columns.number(allRatioSum);
        allCompleted = columns.number(allCompleted);
    }

    /** Lists what has been counted of all plays. */
    public void sharedOfAll(SharedCounts counts) {
        allPlays = counts.sum(allPlays);
        allRatioSum = counts.sum(allRatioSum);
        allCompleted = counts.sum(allCompleted);
    }

    /** Lists what has been counted of each of them, which several blocks of users have played. */
    public void sharedOfEach(SharedCounts counts) {
        counts.sums(plays);
        counts.sums(ratioSum);
        counts.sums(completed);
    }

    /** NaN while nobody has played anything. */
    public double completion(int of) {
        return shrinkage.mean(completed[of], plays[of], (double) allCompleted / allPlays);
    }
}
