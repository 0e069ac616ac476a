package dev.linger.pipeline.evaluation;

import dev.linger.data.InteractionLog;
import dev.linger.data.WatchMatrix;
import dev.linger.ranker.lightgbm.Grading;
import java.util.function.IntPredicate;

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

    /** What these are a part of; this object itself where nothing was left out. */
    private final Judgments whole;

    private final LeftOut leftOut;

    private Judgments(String rule, UserItems exposed, UserItems relevant, UserItems skipped) {
        this.rule = rule;
        this.exposed = exposed;
        this.relevant = relevant;
        this.skipped = skipped;
        this.whole = this;
        this.leftOut = new LeftOut(relevant.pairCount(), relevant.userCount(), 0, 0, 0);
    }

    private Judgments(Judgments whole, Judgments part, LeftOut leftOut) {
        this.rule = whole.rule;
        this.exposed = part.exposed;
        this.relevant = part.relevant;
        this.skipped = part.skipped;
        this.whole = whole;
        this.leftOut = leftOut;
    }

    /**
     * Judges the plays of a log.
     *
     * @param test the rows at or after the cut
     * @param relevance fitted on the rows before the cut
     * @param skipBelow watch ratio below which a play is a skip
     */
    public static Judgments of(InteractionLog test, Relevance relevance, double skipBelow) {
        Grading grading = new Grading(test.size(), relevance.rule(), skipBelow);
        for (int row = 0; row < test.size(); row++) {
            boolean relevant = relevance.isRelevant(test.durationMillis(row), test.watchRatio(row), test.flags(row));
            grading.add(test.user(row), test.item(row), test.watchRatio(row), relevant);
        }
        return grading.judgments();
    }

    /**
     * Judges a fully observed matrix.
     *
     * @param matrix the pairs, none of which has a flag
     * @param relevance fitted on the training log, of a rule that reads no flags
     * @param skipBelow watch ratio below which a play is a skip
     */
    public static Judgments of(WatchMatrix matrix, Relevance relevance, double skipBelow) {
        Grading grading = new Grading(matrix.size(), relevance.rule(), skipBelow);
        for (int row = 0; row < matrix.size(); row++) {
            double ratio = matrix.watchRatio()[row];
            boolean relevant = relevance.isRelevant(matrix.durationMillis()[row], ratio, 0);
            grading.add(matrix.user()[row], matrix.item()[row], ratio, relevant);
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

    /** Whether the user has a relevant item. */
    public boolean isCounted(int user) {
        return relevant(user).length > 0;
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

    /**
     * The judgments of the pairs that a list could hold. What none can hold is no miss of any, so it is not relevant here;
     * {@link #leftOut} counts it and {@link #whole} has it.
     *
     * @param isKnown items that lists can hold at all
     * @param isSeen of these, what a user's lists leave out
     */
    public Judgments within(IntPredicate isKnown, PairFilter isSeen) {
        Judgments part = where((user, item) -> isKnown.test(item) && !isSeen.test(user, item));
        int unknown = relevant.where((user, item) -> !isKnown.test(item)).pairCount();
        return new Judgments(
                this,
                part,
                new LeftOut(
                        relevantPairs(),
                        userCount(),
                        relevantPairs() - part.relevantPairs() - unknown,
                        unknown,
                        userCount() - part.userCount()));
    }

    /** The judgments that {@link #within} was asked of, with all that was relevant. */
    public Judgments whole() {
        return whole;
    }

    /** What is relevant in the whole and not here. */
    public LeftOut leftOut() {
        return leftOut;
    }

    /** A condition on (user, item) pairs. */
    @FunctionalInterface
    public interface PairFilter {
        boolean test(int user, int item);
    }

    /** Plays on their way to judgments. */
    private static final class Grading {
        private final String rule;
        private final double skipBelow;
        private final long[] exposed;
        private final long[] relevant;
        private final long[] watched;
        private int exposedCount;
        private int relevantCount;
        private int watchedCount;

        Grading(int plays, String rule, double skipBelow) {
            this.rule = rule;
            this.skipBelow = skipBelow;
            exposed = new long[plays];
            relevant = new long[plays];
            watched = new long[plays];
        }

        void add(int user, int item, double ratio, boolean isRelevant) {
            if (Double.isNaN(ratio)) {
                throw new IllegalArgumentException("watch ratio of user " + user + " and item " + item + " is NaN");
            }
            long pair = UserItems.pair(user, item);
            exposed[exposedCount++] = pair;
            if (isRelevant) {
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
            return new Judgments(rule, all, UserItems.of(relevant, relevantCount), skipped);
        }
    }
}
