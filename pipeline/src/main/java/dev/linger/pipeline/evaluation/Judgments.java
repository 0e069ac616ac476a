package dev.linger.pipeline.evaluation;

import dev.linger.data.InteractionLog;
import dev.linger.data.WatchMatrix;
import java.util.List;
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
    private final Shown shown;
    private final UserItems relevant;

    /** What these are a part of; this object itself where nothing was left out. */
    private final Judgments whole;

    private final LeftOut leftOut;

    private Judgments(String rule, Shown shown, UserItems relevant) {
        this.rule = rule;
        this.shown = shown;
        this.relevant = relevant;
        this.whole = this;
        this.leftOut = new LeftOut(relevant.pairCount(), relevant.userCount(), 0, 0, 0);
    }

    private Judgments(Judgments whole, Shown shown, UserItems relevant, LeftOut leftOut) {
        this.rule = whole.rule;
        this.shown = shown;
        this.relevant = relevant;
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
        return of(test, relevance, Shown.in(test, skipBelow));
    }

    /** The same with what was shown in the log. */
    public static Judgments of(InteractionLog test, Relevance relevance, Shown shown) {
        return new Judgments(
                relevance.rule(),
                shown,
                UserItems.of(
                        test.size(),
                        test::user,
                        test::item,
                        row -> relevance.isRelevant(test.durationMillis(row), test.watchRatio(row), test.flags(row))));
    }

    /**
     * Judges a fully observed matrix.
     *
     * @param matrix the pairs, none of which has a flag
     * @param relevance fitted on the training log, of a rule that reads no flags
     * @param skipBelow watch ratio below which a play is a skip
     */
    public static Judgments of(WatchMatrix matrix, Relevance relevance, double skipBelow) {
        return new Judgments(
                relevance.rule(),
                Shown.in(matrix, skipBelow),
                UserItems.of(
                        matrix.size(),
                        row -> matrix.user()[row],
                        row -> matrix.item()[row],
                        row -> relevance.isRelevant(matrix.durationMillis()[row], matrix.watchRatio()[row], 0)));
    }

    /** The relevant pairs as columns. */
    JudgedPart.Pairs pairs() {
        return relevant.columns();
    }

    /** What {@link JudgedPart#joined} says of it. */
    static Judgments ofRelevant(String rule, JudgedPart.Pairs whole, JudgedPart.Pairs within, LeftOut leftOut) {
        Shown nothing = Shown.nothing();
        return new Judgments(new Judgments(rule, nothing, UserItems.of(whole)), nothing, UserItems.of(within), leftOut);
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
        return shown.skipped(user);
    }

    /** The items a user was shown in the test part, ascending and distinct: what the exposed protocol ranks. */
    public int[] exposed(int user) {
        return shown.exposed(user);
    }

    /**
     * The judgments of the pairs that the filter keeps: warm items alone, pairs not played before the cut, pairs that
     * could be observed at all. Users left without a relevant item are no longer counted.
     */
    public Judgments where(PairFilter keep) {
        return new Judgments(rule, shown.where(keep), relevant.where(keep));
    }

    /**
     * The judgments of the pairs that a list could hold. What none can hold is no miss of any, so it is not relevant here;
     * {@link #leftOut} counts it and {@link #whole} has it.
     *
     * @param isKnown items that lists can hold at all
     * @param isSeen of these, what a user's lists leave out
     */
    public Judgments within(IntPredicate isKnown, PairFilter isSeen) {
        return within(List.of(this), isKnown, isSeen).get(0);
    }

    /** The same of judgments of one part by several rules, all with the same {@link Shown}. */
    public static List<Judgments> within(List<Judgments> part, IntPredicate isKnown, PairFilter isSeen) {
        PairFilter keep = (user, item) -> isKnown.test(item) && !isSeen.test(user, item);
        Shown shown = part.get(0).shown.where(keep);
        return part.stream()
                .map(judgments -> judgments.within(shown, judgments.relevant.where(keep), isKnown))
                .toList();
    }

    private Judgments within(Shown shownThere, UserItems kept, IntPredicate isKnown) {
        int unknown = relevant.where((user, item) -> !isKnown.test(item)).pairCount();
        return new Judgments(
                this,
                shownThere,
                kept,
                new LeftOut(
                        relevantPairs(),
                        userCount(),
                        relevantPairs() - kept.pairCount() - unknown,
                        unknown,
                        userCount() - kept.userCount()));
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
}
