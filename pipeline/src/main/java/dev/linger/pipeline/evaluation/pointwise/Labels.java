package dev.linger.pipeline.evaluation.pointwise;

/**
 * Labels of plays, ordered once for all predictions that are measured against them.
 *
 * @param values the label of each play
 * @param ranks {@link DenseRanks} of the labels
 * @param ascending the plays by rising label
 */
public record Labels(double[] values, int[] ranks, int[] ascending) {

    /** Orders the labels of plays, none of which may be NaN. */
    public static Labels of(double[] values) {
        int[] ranks = DenseRanks.of(values);
        int[] next = new int[ranks.length + 1];
        for (int rank : ranks) {
            next[rank + 1]++;
        }
        for (int rank = 1; rank < next.length; rank++) {
            next[rank] += next[rank - 1];
        }
        int[] ascending = new int[ranks.length];
        for (int play = 0; play < ranks.length; play++) {
            ascending[next[ranks[play]]++] = play;
        }
        return new Labels(values, ranks, ascending);
    }

    int size() {
        return values.length;
    }

    /** One past the plays with the label of the play at a place of {@link #ascending}. */
    int endOfEqual(int begin) {
        int end = begin + 1;
        while (end < ascending.length && ranks[ascending[end]] == ranks[ascending[begin]]) {
            end++;
        }
        return end;
    }
}
