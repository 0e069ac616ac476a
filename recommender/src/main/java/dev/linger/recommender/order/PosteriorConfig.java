package dev.linger.recommender.order;

import dev.linger.candidates.ScorePosterior;
import dev.linger.candidates.ScorePosterior.Unsure;
import dev.linger.data.Draws;
import dev.linger.data.RankedList;
import dev.linger.data.Seed;
import dev.linger.data.config.Key;
import java.util.Optional;

/**
 * Explores what is not known of a user, of videos, or of both: the places go to the videos of the largest
 *
 * <pre>
 * z(score) + weight * e / sd(m)
 * draw: e = s - m,  s a draw of the scores of all videos of the list together
 * ucb:  e = standard deviation of s
 * </pre>
 *
 * with z in standard deviations from the mean of the list, and m and s the scores of the first source that tells how sure it is of
 * them, als by the posterior of rows of factors ({@link ScorePosterior}); sd(m) is that of its scores over the list.
 * Where the ranker is that source, weight 1 with {@code draw} is Thompson sampling (Agrawal and Goyal, ICML 2013) and {@code ucb} is
 * LinUCB (Li, Chu, Langford and Schapire, WWW 2010) with alpha = weight. The same request gets the same list. Lists of a run, and of
 * users of whom nothing is known, stay as they are.
 */
public record PosteriorConfig(
        @Key(
                        value = "so many first places are ordered, >= 1; the others follow as they were",
                        byDefault = "20",
                        because = "what a user sees in a session")
                int places,
        @Key(
                        value =
                                "what is added to a score: its error in a `draw` of what the user might like, or `ucb`, its standard deviation",
                        byDefault = "\"draw\"",
                        because = "it needs no bound to be chosen")
                By by,
        @Key(
                        value = "what is unsure: the factors of the `user`, of the `videos`, or of `both`",
                        byDefault = "\"user\"",
                        because = "those of videos take seconds at the start and, at 32 factors, 2 KiB a video")
                Unsure of,
        @Key(
                        value = "how much it counts, >= 0",
                        byDefault = "1.0",
                        because = "lists are then those of the draw where the source alone ranks")
                double weight)
        implements OrdererConfig {
    /** What is added to scores. */
    public enum By {
        /** The error of a draw from the posterior. */
        DRAW,
        /** The standard deviation. */
        UCB
    }

    public PosteriorConfig {
        GreedySelection.requirePlaces(places);
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("weight must be >= 0 and finite but was " + weight);
        }
    }

    @Override
    public Optional<Unsure> unsure() {
        return Optional.of(of);
    }

    @Override
    public Orderer create(OrdererParts parts) {
        return (scored, context) -> context.posterior()
                .get()
                .map(ofUser -> order(scored, ofUser, context.seed()))
                .orElse(scored);
    }

    private RankedList order(RankedList scored, ScorePosterior.OfUser ofUser, Seed seed) {
        double[] means = ofUser.means(scored.items());
        double[] errors =
                switch (by) {
                    case DRAW -> errors(ofUser.draw(scored.items(), of, new Draws(seed.stream("posterior"))), means);
                    case UCB -> ofUser.deviations(scored.items(), of);
                };
        double scale = weight * GreedySelection.perDeviation(means);
        double[] worth = GreedySelection.standings(scored);
        for (int at = 0; at < worth.length; at++) {
            worth[at] += scale * errors[at];
        }
        return GreedySelection.byWorth(scored, places, worth);
    }

    private static double[] errors(double[] drawn, double[] means) {
        double[] errors = new double[drawn.length];
        for (int at = 0; at < errors.length; at++) {
            errors[at] = drawn[at] - means[at];
        }
        return errors;
    }
}
