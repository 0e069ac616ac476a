package dev.linger.features;

import dev.linger.data.InteractionLog;
import java.util.Arrays;
import java.util.List;

/**
 * How a user has watched, or how an item was watched, before the as-of day: plays, mean watch ratio, completion and skip
 * share, each mean smoothed to that of all plays so far.
 */
final class WatchHistory implements FeatureGroup {
    /** A play shorter than this share of the video is a skip. */
    private static final double SKIP_RATIO = 0.2;

    private static final int NEVER = Integer.MIN_VALUE;

    private final List<FeatureColumn> columns;
    private final boolean ofUsers;
    private final double priorPlays;
    private final double ratioCap;

    private final int[] plays;
    private final double[] ratioSum;
    private final int[] completed;
    private final int[] skipped;
    private final int[] lastDay;
    private long allPlays;
    private double allRatioSum;
    private double allCompleted;
    private double allSkipped;

    private WatchHistory(String of, int size, boolean ofUsers, double priorPlays, double ratioCap) {
        this.columns = List.of(
                FeatureColumn.numeric(of + "_plays", "1", "never"),
                FeatureColumn.numeric(of + "_mean_ratio", "watch ratio", "nothing played yet by anybody"),
                FeatureColumn.numeric(of + "_completion", "1", "nothing played yet by anybody"),
                FeatureColumn.numeric(of + "_skip_rate", "1", "nothing played yet by anybody"),
                FeatureColumn.numeric(of + "_days_since_last", "days", "not played yet"));
        this.ofUsers = ofUsers;
        this.priorPlays = priorPlays;
        this.ratioCap = ratioCap;
        this.plays = new int[size];
        this.ratioSum = new double[size];
        this.completed = new int[size];
        this.skipped = new int[size];
        this.lastDay = new int[size];
        Arrays.fill(lastDay, NEVER);
    }

    static WatchHistory ofUsers(int userCount, double priorPlays, double ratioCap) {
        return new WatchHistory("user", userCount, true, priorPlays, ratioCap);
    }

    static WatchHistory ofItems(int itemCount, double priorPlays, double ratioCap) {
        return new WatchHistory("item", itemCount, false, priorPlays, ratioCap);
    }

    @Override
    public List<FeatureColumn> columns() {
        return columns;
    }

    @Override
    public void observe(InteractionLog log, int row) {
        int of = ofUsers ? log.user(row) : log.item(row);
        double ratio = log.watchRatio(row);
        double capped = Math.min(ratio, ratioCap);
        plays[of]++;
        allPlays++;
        ratioSum[of] += capped;
        allRatioSum += capped;
        if (ratio >= 1) {
            completed[of]++;
            allCompleted++;
        }
        if (ratio < SKIP_RATIO) {
            skipped[of]++;
            allSkipped++;
        }
        lastDay[of] = log.day(row);
    }

    @Override
    public void fill(FeatureRequests requests, int row, float[] cells, int offset) {
        int of = ofUsers ? requests.user()[row] : requests.item()[row];
        cells[offset] = plays[of];
        cells[offset + 1] = smoothed(ratioSum[of], plays[of], allRatioSum);
        cells[offset + 2] = smoothed(completed[of], plays[of], allCompleted);
        cells[offset + 3] = smoothed(skipped[of], plays[of], allSkipped);
        cells[offset + 4] = lastDay[of] == NEVER ? Float.NaN : requests.asOfDay()[row] - lastDay[of];
    }

    /** (sum + priorPlays * mean of all) / (count + priorPlays). */
    private float smoothed(double sum, int count, double allSum) {
        double weight = count + priorPlays;
        return allPlays == 0 || weight == 0 ? Float.NaN : (float) ((sum + priorPlays * (allSum / allPlays)) / weight);
    }
}
