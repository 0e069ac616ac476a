package dev.linger.data;

/** Positions in order of (score descending, item ascending). */
final class DescendingOrder {
    private DescendingOrder() {}

    /** A merge sort of positions, without objects. */
    static int[] of(double[] scores, int[] items) {
        int[] order = new int[scores.length];
        for (int at = 0; at < order.length; at++) {
            order[at] = at;
        }
        int[] other = new int[order.length];
        for (long width = 1; width < order.length; width *= 2) {
            for (long from = 0; from < order.length; from += 2 * width) {
                int middle = (int) Math.min(from + width, order.length);
                int to = (int) Math.min(from + 2 * width, order.length);
                merge(scores, items, order, other, (int) from, middle, to);
            }
            int[] swap = order;
            order = other;
            other = swap;
        }
        return order;
    }

    private static void merge(double[] scores, int[] items, int[] in, int[] out, int from, int middle, int to) {
        int left = from;
        int right = middle;
        for (int at = from; at < to; at++) {
            boolean takeLeft = right >= to || (left < middle && !standsBefore(scores, items, in[right], in[left]));
            out[at] = takeLeft ? in[left++] : in[right++];
        }
    }

    private static boolean standsBefore(double[] scores, int[] items, int one, int other) {
        double score = scores[one];
        double otherScore = scores[other];
        return score > otherScore || (score == otherScore && items[one] < items[other]);
    }
}
