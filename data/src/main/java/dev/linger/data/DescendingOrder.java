package dev.linger.data;

import java.util.stream.IntStream;

/** Positions in order of (score descending, item ascending). */
final class DescendingOrder {
    private DescendingOrder() {}

    static int[] of(double[] scores, int[] items) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted((a, b) -> {
                    int byScore = Double.compare(scores[b] + 0.0, scores[a] + 0.0);
                    return byScore != 0 ? byScore : Integer.compare(items[a], items[b]);
                })
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
