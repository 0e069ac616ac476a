package dev.linger.candidates.als;

import dev.linger.candidates.Similarity;
import dev.linger.candidates.TopItems;
import dev.linger.data.RankedList;

/**
 * The cosine of the factors of items, {@code y_i . y_j / (|y_i| |y_j|)}; 0 where one is not known.
 *
 * @param factors of all items
 * @param isKnown whether anything is known of each
 * @param norms length of the factors of each
 */
record FactorSimilarity(FactorMatrix factors, boolean[] isKnown, double[] norms) implements Similarity {
    static FactorSimilarity of(FactorMatrix factors, boolean[] isKnown) {
        double[] norms = new double[isKnown.length];
        for (int item = 0; item < norms.length; item++) {
            norms[item] = factors.norm(item);
        }
        return new FactorSimilarity(factors, isKnown, norms);
    }

    @Override
    public double between(int one, int other) {
        return between(one, factorsOf(one), other);
    }

    @Override
    public void between(int one, int[] others, double[] into) {
        double[] of = factorsOf(one);
        for (int at = 0; at < others.length; at++) {
            into[at] = between(one, of, others[at]);
        }
    }

    private double between(int one, double[] factorsOfOne, int other) {
        if (one == other) {
            return 1;
        }
        return isKnown[one] && isKnown[other] ? factors.dot(other, factorsOfOne) / (norms[one] * norms[other]) : 0;
    }

    private double[] factorsOf(int item) {
        double[] of = new double[factors.factorCount()];
        factors.read(item, of, 0);
        return of;
    }

    @Override
    public RankedList to(int item, int count) {
        double[] of = factorsOf(item);
        TopItems top = new TopItems(count);
        for (int other = 0; other < isKnown.length; other++) {
            if (other != item && isKnown[item] && isKnown[other]) {
                top.offer(other, between(item, of, other));
            }
        }
        return top.drain(item);
    }
}
