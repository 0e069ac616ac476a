package dev.linger.candidates.baseline;

import dev.linger.candidates.CountingScorer;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.TimeDecay;
import dev.linger.data.InteractionLog;

/** One order for all users by how often each item was played and liked; nothing is known of an item without plays. */
final class ItemCounts implements CountingScorer {
    /** Above it ages are counted from a later instant, so that what was counted never overflows. */
    private static final double MOST_WEIGHT = 1e100;

    private final String name;
    private final double likedThreshold;
    private TimeDecay decay;
    private final Formula formula;
    private final double[] plays;
    private final double[] liked;
    private long allPlays;
    private double allLiked;

    /** How the score of an item follows from counts. */
    @FunctionalInterface
    interface Formula {
        /**
         * The score of an item with plays.
         *
         * @param plays of the item
         * @param liked its liked plays, faded by age
         * @param share of liked plays among those of all items
         */
        double score(double plays, double liked, double share);
    }

    /**
     * No play counted yet.
     *
     * @param likedThreshold a play with a watch ratio above it is liked
     * @param decay of liked plays
     */
    ItemCounts(String name, int itemCount, double likedThreshold, TimeDecay decay, Formula formula) {
        this.name = name;
        this.likedThreshold = likedThreshold;
        this.decay = decay;
        this.formula = formula;
        this.plays = new double[itemCount];
        this.liked = new double[itemCount];
    }

    /** With the plays of a log counted. */
    ItemCounts with(InteractionLog log) {
        observe(log);
        return this;
    }

    @Override
    public void observe(InteractionLog log) {
        for (int row = 0; row < log.size(); row++) {
            plays[log.item(row)]++;
            allPlays++;
            if (log.watchRatio(row) > likedThreshold) {
                double weight = weight(log.timestampMillis(row));
                liked[log.item(row)] += weight;
                allLiked += weight;
            }
        }
    }

    /** What a play of a time weighs now; above 1 where it is later than the instant from which ages are counted. */
    private double weight(long millis) {
        double weight = decay.weight(millis);
        if (weight <= MOST_WEIGHT) {
            return weight;
        }
        double fade = new TimeDecay(decay.halfLifeDays(), millis).weight(decay.nowMillis());
        for (int item = 0; item < liked.length; item++) {
            liked[item] *= fade;
        }
        allLiked *= fade;
        decay = new TimeDecay(decay.halfLifeDays(), millis);
        return 1;
    }

    @Override
    public ItemScorer at(long millis) {
        double fade = new TimeDecay(decay.halfLifeDays(), millis).weight(decay.nowMillis());
        double share = allPlays == 0 ? 0 : fade * allLiked / allPlays;
        double[] scores = new double[plays.length];
        for (int item = 0; item < scores.length; item++) {
            scores[item] =
                    plays[item] == 0 ? Double.NEGATIVE_INFINITY : formula.score(plays[item], fade * liked[item], share);
        }
        return new OneOrder(name, scores);
    }
}
