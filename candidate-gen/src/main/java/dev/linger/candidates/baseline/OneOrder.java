package dev.linger.candidates.baseline;

import dev.linger.candidates.ItemScorer;

/** The same score for every user: one order of the items for all. */
public final class OneOrder implements ItemScorer {
    private final String name;
    private final double[] scores;

    /**
     * @param name of the scorer
     * @param scores score of each item, taken over
     */
    public OneOrder(String name, double[] scores) {
        this.name = name;
        this.scores = scores;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int itemCount() {
        return scores.length;
    }

    @Override
    public void score(int user, double[] target) {
        System.arraycopy(scores, 0, target, 0, scores.length);
    }
}
