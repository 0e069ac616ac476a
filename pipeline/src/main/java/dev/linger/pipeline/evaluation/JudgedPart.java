package dev.linger.pipeline.evaluation;

import java.io.Serializable;
import java.util.List;

/**
 * What is relevant to a part of the users, within what a list could hold: parts that are judged where their users are give
 * the {@link Judgments} of all, by which tables are made.
 *
 * @param rule the name of the relevance rule
 * @param whole all that was relevant
 * @param within what of it a list could hold
 * @param leftOut the rest
 */
public record JudgedPart(String rule, Pairs whole, Pairs within, LeftOut leftOut) implements Serializable {
    private static final long serialVersionUID = 1;

    /**
     * Pairs of users and items, as columns.
     *
     * @param users ascending
     * @param counts how many items each has
     * @param items of one user after another, ascending
     */
    public record Pairs(int[] users, int[] counts, int[] items) implements Serializable {
        private static final long serialVersionUID = 1;

        private Pairs shifted(int by) {
            return new Pairs(ListHits.shifted(users, by), counts, items);
        }

        private static Pairs joined(List<Pairs> parts) {
            return new Pairs(
                    ListHits.joined(parts, Pairs::users),
                    ListHits.joined(parts, Pairs::counts),
                    ListHits.joined(parts, Pairs::items));
        }
    }

    /** That of judgments which are within what a list could hold. */
    public static JudgedPart of(Judgments judgments) {
        return new JudgedPart(judgments.rule(), judgments.whole().pairs(), judgments.pairs(), judgments.leftOut());
    }

    /** The same of users whose numbers are higher by so much. */
    public JudgedPart shifted(int by) {
        return new JudgedPart(rule, whole.shifted(by), within.shifted(by), leftOut);
    }

    /**
     * The judgments of all users. What was shown to them is not told: nothing was exposed to anybody, and nothing skipped.
     *
     * @param parts at least one, all by one rule, each of later users than the one before
     */
    public static Judgments joined(List<JudgedPart> parts) {
        return Judgments.ofRelevant(
                parts.get(0).rule,
                Pairs.joined(parts.stream().map(JudgedPart::whole).toList()),
                Pairs.joined(parts.stream().map(JudgedPart::within).toList()),
                parts.stream().map(JudgedPart::leftOut).reduce(LeftOut::plus).orElseThrow());
    }
}
