package dev.linger.candidates.ease;

import dev.linger.candidates.ItemScorer;
import java.util.Arrays;

/**
 * Fitted weights between items: {@code score(user, j) = sum over liked items i of B_ij}. Nothing is known of an item that
 * did not take part, and of a user who liked none that did. The scorer is named "ease".
 */
public final class Ease implements ItemScorer {
    private final int itemCount;
    private final LikedItems liked;
    private final float[] weights;

    /**
     * @param itemCount number of items, whether they take part or not
     * @param liked who liked which of the m items that take part
     * @param weights B, row-major m x m
     */
    Ease(int itemCount, LikedItems liked, float[] weights) {
        this.itemCount = itemCount;
        this.liked = liked;
        this.weights = weights;
    }

    @Override
    public String name() {
        return "ease";
    }

    @Override
    public int itemCount() {
        return itemCount;
    }

    /** The items that take part, ascending. */
    public int[] items() {
        return liked.items().clone();
    }

    /** B_ij of the {@code i}-th and the {@code j}-th of {@link #items()}. */
    public float weight(int i, int j) {
        return weights[i * liked.size() + j];
    }

    @Override
    public void score(int user, double[] scores) {
        Arrays.fill(scores, Double.NEGATIVE_INFINITY);
        int[] own = liked.ofUser(user);
        if (own.length == 0) {
            return;
        }
        int size = liked.size();
        double[] sums = new double[size];
        for (int i : own) {
            int row = i * size;
            for (int j = 0; j < size; j++) {
                sums[j] += weights[row + j];
            }
        }
        for (int j = 0; j < size; j++) {
            scores[liked.items()[j]] = sums[j];
        }
    }
}
