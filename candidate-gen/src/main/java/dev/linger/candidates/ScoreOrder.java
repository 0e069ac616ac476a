package dev.linger.candidates;

import java.util.Arrays;

/** The ranks of some items among a user's candidates, in order of (score descending, item ascending). */
final class ScoreOrder {
    private final double[] scores;
    private final int[] bestFirst;
    private final double[] bestScores;
    private final int[] better;

    /**
     * Counts the candidates before each item asked about, in O((candidates + asked) log asked): the candidates, of which
     * there are many, are not sorted.
     *
     * @param scores score of every item
     * @param asked items whose ranks will be asked for, in any order; may repeat
     * @param candidates distinct items
     */
    ScoreOrder(double[] scores, int[] asked, int[] candidates) {
        this.scores = scores;
        this.bestFirst = sorted(asked, scores);
        this.bestScores =
                Arrays.stream(bestFirst).mapToDouble(item -> scores[item]).toArray();
        this.better = new int[asked.length + 1];
        for (int candidate : candidates) {
            better[firstWorseThan(candidate)]++;
        }
        for (int at = 1; at < better.length; at++) {
            better[at] += better[at - 1];
        }
    }

    /** 1 + the number of candidates that are better than this item, one of those asked for. */
    int rank(int item) {
        int low = 0;
        int high = bestFirst.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBetter(bestFirst[middle], item)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return 1 + better[low];
    }

    private int firstWorseThan(int candidate) {
        double score = scores[candidate];
        int low = 0;
        // By score alone, without a branch to guess wrong: what is before low is better by score.
        for (int left = bestScores.length; left > 0; ) {
            int half = (left + 1) >>> 1;
            low = bestScores[low + half - 1] > score ? low + half : low;
            left -= half;
        }
        int high = bestFirst.length;
        if (low == high || bestScores[low] < score) {
            return low;
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBetter(candidate, bestFirst[middle])) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private boolean isBetter(int item, int other) {
        return TopItems.isBetter(scores[item], item, scores[other], other);
    }

    /** A merge sort without boxing; items that begin in ascending order keep it where scores tie. */
    private static int[] sorted(int[] items, double[] scores) {
        int[] order = items.clone();
        Arrays.sort(order);
        int[] other = new int[order.length];
        for (long width = 1; width < order.length; width *= 2) {
            for (long begin = 0; begin < order.length; begin += 2 * width) {
                int middle = (int) Math.min(begin + width, order.length);
                int end = (int) Math.min(begin + 2 * width, order.length);
                merge(order, other, (int) begin, middle, end, scores);
            }
            int[] swap = order;
            order = other;
            other = swap;
        }
        return order;
    }

    private static void merge(int[] in, int[] out, int begin, int middle, int end, double[] scores) {
        int left = begin;
        int right = middle;
        for (int to = begin; to < end; to++) {
            boolean takeLeft = right >= end || (left < middle && scores[in[left]] >= scores[in[right]]);
            out[to] = takeLeft ? in[left++] : in[right++];
        }
    }
}
