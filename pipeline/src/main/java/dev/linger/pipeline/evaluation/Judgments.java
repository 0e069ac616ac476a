package dev.linger.pipeline.evaluation;

import dev.linger.data.InteractionLog;
import dev.linger.data.WatchMatrix;
import dev.linger.ranker.lightgbm.Grading;

/**
 * What is known of the test part: for each user the distinct items that were exposed, those that were relevant, and
 * those that were skipped.
 *
 * <p>A (user, item) pair is relevant if any of its plays is, and skipped if all of its plays have a watch ratio below
 * the skip threshold. Users with a relevant item are the users counted.
 */
public final class Judgments {
    private final String rule;
    private final UserItems exposed;
    private final UserItems relevant;
    private final UserItems skipped;

    private Judgments(String rule, UserItems exposed, UserItems relevant, UserItems skipped) {
        this.rule = rule;
        this.exposed = exposed;
        this.relevant = relevant;
        this.skipped = skipped;
    }

    /**
     * Judges the plays of a log.
     *
     * @param test the rows at or after the cut
     * @param relevance fitted on the rows before the cut
     * @param skipBelow watch ratio below which a play is a skip
     */
    public static Judgments of(InteractionLog test, Relevance relevance, double skipBelow) {
        Grading grading = new Grading(test.size(), relevance, skipBelow);
        for (int row = 0; row < test.size(); row++) {
            grading.add(test.user(row), test.item(row), test.durationMillis(row), test.watchRatio(row));
        }
        return grading.judgments();
    }

    /**
     * Judges a fully observed matrix.
     *
     * @param matrix the pairs
     * @param relevance fitted on the training log
     * @param skipBelow watch ratio below which a play is a skip
     */
    public static Judgments of(WatchMatrix matrix, Relevance relevance, double skipBelow) {
        Grading grading = new Grading(matrix.size(), relevance, skipBelow);
        for (int row = 0; row < matrix.size(); row++) {
            grading.add(matrix.user()[row], matrix.item()[row], matrix.durationMillis()[row], matrix.watchRatio()[row]);
        }
        return grading.judgments();
    }

    /** The name of the relevance rule. */
    public String rule() {
        return rule;
    }

    /** The users counted: those with a relevant item, ascending. */
    public int[] users() {
        return relevant.users();
    }

    public int userCount() {
        return relevant.userCount();
    }

    /** The number of relevant (user, item) pairs. */
    public int relevantPairs() {
        return relevant.pairCount();
    }

    /** The relevant items of a user, ascending and distinct; empty where there are none. */
    public int[] relevant(int user) {
        return relevant.of(user);
    }

    /** The items a user skipped whenever they were shown, ascending and distinct. */
    public int[] skipped(int user) {
        return skipped.of(user);
    }

    /** The items a user was shown in the test part, ascending and distinct: what the exposed protocol ranks. */
    public int[] exposed(int user) {
        return exposed.of(user);
    }

    /**
     * The judgments of the pairs that the filter keeps: warm items alone, pairs not played before the cut, pairs that
     * could be observed at all. Users left without a relevant item are no longer counted.
     */
    public Judgments where(PairFilter keep) {
        return new Judgments(rule, exposed.where(keep), relevant.where(keep), skipped.where(keep));
    }

    /** A condition on (user, item) pairs. */
    @FunctionalInterface
    public interface PairFilter {
        boolean test(int user, int item);
    }

    /** Plays on their way to judgments. */
    private static final class Grading {
        private final Relevance relevance;
        private final double skipBelow;
        private final long[] exposed;
        private final long[] relevant;
        private final long[] watched;
        private int exposedCount;
        private int relevantCount;
        private int watchedCount;

        Grading(int plays, Relevance relevance, double skipBelow) {
            this.relevance = relevance;
            this.skipBelow = skipBelow;
            exposed = new long[plays];
            relevant = new long[plays];
            watched = new long[plays];
        }

        void add(int user, int item, double durationMillis, double ratio) {
            if (Double.isNaN(ratio)) {
                throw new IllegalArgumentException("watch ratio of user " + user + " and item " + item + " is NaN");
            }
            long pair = UserItems.pair(user, item);
            exposed[exposedCount++] = pair;
            if (relevance.isRelevant(durationMillis, ratio)) {
                relevant[relevantCount++] = pair;
            }
            if (ratio >= skipBelow) {
                watched[watchedCount++] = pair;
            }
        }

        Judgments judgments() {
            UserItems all = UserItems.of(exposed, exposedCount);
            UserItems notSkipped = UserItems.of(watched, watchedCount);
            UserItems skipped = all.where((user, item) -> !notSkipped.has(user, item));
            return new Judgments(relevance.rule(), all, UserItems.of(relevant, relevantCount), skipped);
        }
    }
}
