package dev.linger.pipeline.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The metrics once more, written from their formulas as slowly as these read: what the fast ones must equal to the last
 * bit.
 *
 * <p>Sums of doubles depend on their order, so the order is part of the definition: within a list by rank from 1, over
 * lists as they are given, over users by ascending index, over plays as they stand, each from the left. The logarithm to
 * base 2 of n is ln n / ln 2 by {@link StrictMath}, and a discount is taken as ln 2 / ln n, rounded once.
 */
public final class NaiveMetrics {
    private NaiveMetrics() {}

    /** A play of the test part. */
    record Play(int user, int item, double ratio) {}

    /** A score that a system gives a video. */
    record Scored(int item, double score) {}

    /** The first {@code limit} videos by (score descending, item ascending). */
    static List<Integer> ranked(List<Scored> scored, int limit) {
        return scored.stream()
                .sorted(Comparator.comparingDouble((Scored one) -> -one.score()).thenComparingInt(Scored::item))
                .limit(limit)
                .map(Scored::item)
                .toList();
    }

    /** The videos of which any play of the user has a ratio above the threshold. */
    static Set<Integer> relevant(List<Play> plays, int user, double threshold) {
        Set<Integer> relevant = new TreeSet<>();
        for (Play play : plays) {
            if (play.user() == user && play.ratio() > threshold) {
                relevant.add(play.item());
            }
        }
        return relevant;
    }

    /** The videos shown to the user of which no play reaches the threshold. */
    static Set<Integer> skipped(List<Play> plays, int user, double threshold) {
        Set<Integer> skipped = new TreeSet<>();
        for (Play play : plays) {
            boolean never = plays.stream()
                    .noneMatch(
                            other -> other.user() == user && other.item() == play.item() && other.ratio() >= threshold);
            if (play.user() == user && never) {
                skipped.add(play.item());
            }
        }
        return skipped;
    }

    /** A metric of L = {@code list} and R = {@code relevant} at k. */
    @FunctionalInterface
    public interface Formula {
        double of(List<Integer> list, Set<Integer> relevant, int k);
    }

    public static double precision(List<Integer> list, Set<Integer> relevant, int k) {
        return (double) found(list, relevant, k) / k;
    }

    public static double recall(List<Integer> list, Set<Integer> relevant, int k) {
        return (double) found(list, relevant, k) / relevant.size();
    }

    public static double hitRate(List<Integer> list, Set<Integer> relevant, int k) {
        return found(list, relevant, k) == 0 ? 0 : 1;
    }

    public static double ndcg(List<Integer> list, Set<Integer> relevant, int k) {
        return dcg(ranksOfHits(list, relevant, k))
                / dcg(IntStream.rangeClosed(1, Math.min(k, relevant.size()))
                        .boxed()
                        .toList());
    }

    public static double averagePrecision(List<Integer> list, Set<Integer> relevant, int k) {
        return sumOfPrecisions(list, relevant, k) / Math.min(k, relevant.size());
    }

    public static double reciprocalRank(List<Integer> list, Set<Integer> relevant, int k) {
        List<Integer> ranks = ranksOfHits(list, relevant, k);
        return ranks.isEmpty() ? 0 : 1.0 / ranks.get(0);
    }

    private static List<Integer> ranksOfHits(List<Integer> list, Set<Integer> relevant, int k) {
        return IntStream.rangeClosed(1, k)
                .filter(rank -> rank <= list.size() && relevant.contains(list.get(rank - 1)))
                .boxed()
                .toList();
    }

    private static int found(List<Integer> list, Set<Integer> relevant, int k) {
        return ranksOfHits(list, relevant, k).size();
    }

    /** The sum of 1 / log2(rank + 1). */
    private static double dcg(List<Integer> ranks) {
        return sum(ranks.stream()
                .map(rank -> StrictMath.log(2) / StrictMath.log(rank + 1))
                .toList());
    }

    /** The sum of Precision@rank over the ranks of hits. */
    private static double sumOfPrecisions(List<Integer> list, Set<Integer> relevant, int k) {
        return sum(ranksOfHits(list, relevant, k).stream()
                .map(rank -> precision(list, relevant, rank))
                .toList());
    }

    /** NaN over nothing. */
    static double mean(List<Double> values) {
        return sum(values) / values.size();
    }

    /** From the left; a stream's own sum would compensate for rounding. */
    private static double sum(List<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** The share of pairs of different labels that the predictions order alike, ties of predictions one half. */
    static double xauc(List<Double> predictions, List<Double> labels) {
        double pairs = 0;
        double right = 0;
        for (int low = 0; low < labels.size(); low++) {
            for (int high = 0; high < labels.size(); high++) {
                if (labels.get(low) < labels.get(high)) {
                    double gap = predictions.get(high) - predictions.get(low);
                    pairs++;
                    right += gap > 0 ? 1 : gap == 0 ? 0.5 : 0;
                }
            }
        }
        return right / pairs;
    }

    /** The mean AUC of the users whose plays are of both classes, each weighted by the number of its plays. */
    static double gauc(int[] user, double[] predictions, boolean[] relevant) {
        List<Double> weighted = new ArrayList<>();
        double plays = 0;
        for (int one : new TreeSet<>(IntStream.of(user).boxed().toList())) {
            List<Integer> own = IntStream.range(0, user.length)
                    .filter(row -> user[row] == one)
                    .boxed()
                    .toList();
            double auc = xauc(
                    own.stream().map(row -> predictions[row]).toList(),
                    own.stream().map(row -> relevant[row] ? 1.0 : 0.0).toList());
            if (!Double.isNaN(auc)) {
                weighted.add(own.size() * auc);
                plays += own.size();
            }
        }
        return sum(weighted) / plays;
    }

    /** prediction - label of each play. */
    static List<Double> errors(double[] predictions, double[] labels) {
        return IntStream.range(0, labels.length)
                .mapToObj(row -> predictions[row] - labels[row])
                .toList();
    }

    static double mae(List<Double> errors) {
        return mean(errors.stream().map(Math::abs).toList());
    }

    static double rmse(List<Double> errors) {
        return Math.sqrt(mean(errors.stream().map(error -> error * error).toList()));
    }

    /** The middle one of |error|, or the mean of the middle two. */
    static double medianError(List<Double> errors) {
        List<Double> sorted = errors.stream().map(Math::abs).sorted().toList();
        int n = sorted.size();
        return n == 0 ? Double.NaN : mean(List.of(sorted.get((n - 1) / 2), sorted.get(n / 2)));
    }

    /** (videos with fewer plays + half of those with as many) / videos, among those that were played. */
    static double popularityPercentile(int[] playCounts, int item) {
        int[] known = IntStream.of(playCounts).filter(count -> count > 0).toArray();
        double fewer =
                IntStream.of(known).filter(count -> count < playCounts[item]).count();
        double asMany =
                IntStream.of(known).filter(count -> count == playCounts[item]).count();
        return (fewer + asMany / 2) / known.length;
    }

    /** The share of the played videos that stand in a slot. */
    static double coverage(int[] playCounts, List<Integer> slots) {
        double shown = IntStream.range(0, playCounts.length)
                .filter(item -> playCounts[item] > 0 && slots.contains(item))
                .count();
        return shown / IntStream.of(playCounts).filter(count -> count > 0).count();
    }

    /** The mean difference of slots between any two played videos over twice their mean number of slots. */
    static double gini(int[] playCounts, List<Integer> slots) {
        double[] shown = IntStream.range(0, playCounts.length)
                .filter(item -> playCounts[item] > 0)
                .mapToDouble(item -> slots.stream().filter(slot -> slot == item).count())
                .toArray();
        double gaps = 0;
        for (double one : shown) {
            for (double other : shown) {
                gaps += Math.abs(one - other);
            }
        }
        return gaps
                / (2 * shown.length * DoubleStream.of(shown).sum()); // whole numbers: no rounding before the division
    }
}
