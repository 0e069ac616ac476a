package dev.linger.recommender.order;

import dev.linger.candidates.Taste;
import dev.linger.data.ItemTable;
import dev.linger.data.RankedList;
import java.util.Arrays;
import java.util.Optional;

/**
 * Shares of tags among videos, and orders of a list by how near its shares come to wanted ones. A video counts 1, in equal
 * parts for each of its tags; one without tags counts nothing.
 */
public final class TagMix {
    /** So much of a wanted share counts as there, so that a tag which no video has costs much and not infinitely much. */
    private static final double SMOOTHED = 0.01;

    private final int[][] tagsOf;
    private final int tagCount;

    public TagMix(ItemTable items) {
        this.tagsOf = items.tags();
        this.tagCount = items.tagCount();
    }

    /** Shares of the tags of some items; zeros where none has any. */
    public double[] of(int[] items) {
        double[] counts = new double[tagCount];
        for (int item : items) {
            for (int tag : tagsOf[item]) {
                counts[tag] += 1.0 / tagsOf[item].length;
            }
        }
        return shares(counts);
    }

    /** Shares of the tags of what a user liked; empty where nothing is known of it. */
    static Optional<double[]> liked(Optional<Taste> taste) {
        return taste.map(of -> shares(of.likedPlaysByTag()))
                .filter(shares -> Arrays.stream(shares).sum() > 0);
    }

    /** Counts as shares of their sum; zeros where that is 0. */
    public static double[] shares(double[] counts) {
        double sum = Arrays.stream(counts).sum();
        return sum == 0
                ? counts
                : Arrays.stream(counts).map(count -> count / sum).toArray();
    }

    /** {@code exp(- sum of p log p)}: so many tags of equal shares are as mixed; 1 where all is of one, or of none. */
    public static double effectiveTags(double[] shares) {
        double entropy = 0;
        for (double share : shares) {
            entropy -= share > 0 ? share * Math.log(share) : 0;
        }
        return Math.exp(entropy);
    }

    /**
     * Takes next the item which makes the largest of {@code (1 - weight) * (mean z(score)) - weight * KL(wanted, list)}, over the
     * items taken so far and this one, with
     *
     * <pre>
     * KL(p, q) = sum over tags of p log(p / (.99 q + .01 p))
     * </pre>
     */
    RankedList order(RankedList scored, int places, double weight, double[] wanted) {
        double[] standings = GreedySelection.standings(scored);
        double[] worth = new double[standings.length];
        double[] counts = new double[tagCount];
        int counted = 0;
        double sum = 0;
        GreedySelection selection = new GreedySelection(scored, places);
        while (selection.hasPlace()) {
            double without = divergence(wanted, counts, counted);
            double with = divergence(wanted, counts, counted + 1);
            for (int at = 0; at < worth.length; at++) {
                int[] tags = tagsOf[scored.items()[at]];
                double divergence = tags.length == 0 ? without : with + change(wanted, counts, counted + 1, tags);
                worth[at] = (1 - weight) * (sum + standings[at]) / (selection.taken() + 1) - weight * divergence;
            }
            int taken = selection.takeBest(worth);
            sum += standings[taken];
            int[] tags = tagsOf[scored.items()[taken]];
            counted += tags.length == 0 ? 0 : 1;
            for (int tag : tags) {
                counts[tag] += 1.0 / tags.length;
            }
        }
        return selection.ordered();
    }

    private static double divergence(double[] wanted, double[] counts, int counted) {
        double sum = 0;
        for (int tag = 0; tag < wanted.length; tag++) {
            sum += term(wanted[tag], counts[tag], counted);
        }
        return sum;
    }

    /** By how much the divergence changes where an item with these tags is counted too. */
    private static double change(double[] wanted, double[] counts, int counted, int[] tags) {
        double change = 0;
        for (int tag : tags) {
            change += term(wanted[tag], counts[tag] + 1.0 / tags.length, counted)
                    - term(wanted[tag], counts[tag], counted);
        }
        return change;
    }

    private static double term(double wanted, double count, int counted) {
        double share = counted == 0 ? 0 : count / counted;
        return wanted == 0 ? 0 : wanted * Math.log(wanted / ((1 - SMOOTHED) * share + SMOOTHED * wanted));
    }
}
