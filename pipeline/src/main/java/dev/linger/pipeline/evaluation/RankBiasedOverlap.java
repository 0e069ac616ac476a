package dev.linger.pipeline.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How alike two orders are to somebody who looks further down with the same chance at each rank:
 * {@code sum over d of p^(d-1) A_d / sum over d of p^(d-1)}, with A_d the share of the first d that both have, up to the end of
 * the longer list.
 *
 * <p>Source: Webber, Moffat and Zobel, A Similarity Measure for Indefinite Rankings, TOIS 28(4), 2010, cut off at the depth
 * that is given.
 */
public final class RankBiasedOverlap {
    /** On average ten ranks are looked at. */
    public static final double PERSISTENCE = 0.9;

    private RankBiasedOverlap() {}

    /** From 0, nothing in common, to 1, the same; 1 for two lists without anything. */
    public static <T> double of(List<T> one, List<T> other) {
        int depth = Math.max(one.size(), other.size());
        Set<T> seen = new HashSet<>();
        int common = 0;
        double weight = 1;
        double sum = 0;
        double weights = 0;
        for (int at = 0; at < depth; at++) {
            common += at < one.size() && !seen.add(one.get(at)) ? 1 : 0;
            common += at < other.size() && !seen.add(other.get(at)) ? 1 : 0;
            sum += weight * common / (at + 1);
            weights += weight;
            weight *= PERSISTENCE;
        }
        return weights == 0 ? 1 : sum / weights;
    }
}
