package dev.linger.candidates;

/**
 * The items of a user's universe in order of (score descending, item ascending), and the place any (score, item) takes
 * among them.
 */
final class ScoreOrder {
    private final double[] scores;
    private final int[] ordered;

    /**
     * Sorts items by a merge sort without boxing; ascending items make it keep ties by item.
     *
     * @param scores score of every item
     * @param items items to order, ascending; taken over
     */
    ScoreOrder(double[] scores, int[] items) {
        this.scores = scores;
        int[] order = items;
        int[] other = new int[items.length];
        for (long width = 1; width < items.length; width *= 2) {
            for (long begin = 0; begin < items.length; begin += 2 * width) {
                int middle = (int) Math.min(begin + width, items.length);
                int end = (int) Math.min(begin + 2 * width, items.length);
                merge(order, other, (int) begin, middle, end);
            }
            int[] swap = order;
            order = other;
            other = swap;
        }
        this.ordered = order;
    }

    /** 1 + the number of ordered items that are better than this item, which may itself be one of them or not. */
    int rank(int item) {
        int low = 0;
        int high = ordered.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (TopItems.isBetter(scores[ordered[middle]], ordered[middle], scores[item], item)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low + 1;
    }

    private void merge(int[] in, int[] out, int begin, int middle, int end) {
        int left = begin;
        int right = middle;
        for (int to = begin; to < end; to++) {
            boolean takeLeft = right >= end || (left < middle && scores[in[left]] >= scores[in[right]]);
            out[to] = takeLeft ? in[left++] : in[right++];
        }
    }
}
