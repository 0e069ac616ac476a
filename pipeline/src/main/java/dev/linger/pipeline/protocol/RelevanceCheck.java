package dev.linger.pipeline.protocol;

import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.Judgments.PairFilter;
import dev.linger.pipeline.evaluation.Relevance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells, before anything is fitted, by which relevance rules a holdout can be measured: in the validation window, by which
 * choices are made, and in the test, where there is one, each of them must find a relevant pair that could have been
 * recommended.
 */
public final class RelevanceCheck {
    private static final String KEY = "evaluation.relevance";

    private final Holdout holdout;
    private final int itemCount;
    private final Part training;
    private final List<Part> needed;

    /**
     * @param beforeValidation whether an item may be recommended to a user at the beginning of the validation window
     * @param beforeTest the same at the cut
     * @param itemCount number of items, known then or not
     */
    public RelevanceCheck(Holdout holdout, PairFilter beforeValidation, PairFilter beforeTest, int itemCount) {
        this.holdout = holdout;
        this.itemCount = itemCount;
        this.training = new Part(
                "the training window",
                holdout.split().history(),
                holdout.split().fitWindow(),
                List.of(),
                (user, item) -> true);
        List<Part> parts = List.of(
                new Part(
                        "the validation window",
                        holdout.beforeValidation().log(),
                        holdout.split().validation(),
                        holdout.validation(),
                        beforeValidation),
                new Part("the test", holdout.beforeTest().log(), holdout.split().test(), holdout.test(), beforeTest));
        this.needed = parts.stream().filter(part -> part.plays().size() > 0).toList();
    }

    /**
     * One part of the log.
     *
     * @param before the plays that thresholds are fitted to
     * @param judgments one a rule; none of the training window, by which nothing is measured
     * @param mayBeRecommended which pairs can be found at the beginning of the part
     */
    private record Part(
            String name,
            InteractionLog before,
            InteractionLog plays,
            List<Judgments> judgments,
            PairFilter mayBeRecommended) {
        boolean canBeMeasuredBy(int rule) {
            Judgments byRule = judgments.get(rule);
            return IntStream.of(byRule.users()).anyMatch(user -> IntStream.of(byRule.relevant(user))
                    .anyMatch(item -> mayBeRecommended.test(user, item)));
        }

        boolean hasAnyFor(int[] users, int itemCount) {
            return IntStream.of(users).anyMatch(user -> IntStream.range(0, itemCount)
                    .anyMatch(item -> mayBeRecommended.test(user, item)));
        }

        int[] users() {
            return IntStream.range(0, plays.size()).map(plays::user).distinct().toArray();
        }
    }

    /**
     * The holdout judged by the rules that it can be measured by.
     *
     * @param notice told of each rule that is left out
     * @throws InputException where no rule is left, with how many plays satisfy each
     */
    public Holdout measurable(Consumer<String> notice) {
        List<Integer> kept = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (int at = 0; at < holdout.rules().size(); at++) {
            int rule = at;
            List<Part> lacking =
                    needed.stream().filter(part -> !part.canBeMeasuredBy(rule)).toList();
            if (lacking.isEmpty()) {
                kept.add(rule);
            } else {
                leftOut.add(finding(rule, lacking.get(0)));
            }
        }
        if (kept.isEmpty()) {
            requireVideosLeft();
            throw new InputException("nothing that a user could be recommended is relevant by any rule of " + KEY + "; "
                    + String.join("; ", leftOut) + ". Give a rule that plays satisfy: " + ratios());
        }
        leftOut.forEach(finding -> notice.accept(KEY + ": " + finding + "; the other rules are measured"));
        return leftOut.isEmpty() ? holdout : holdout.only(kept);
    }

    private void requireVideosLeft() {
        for (Part part : needed) {
            int[] users = part.users();
            if (!part.hasAnyFor(users, itemCount)) {
                throw new InputException(String.format(
                        Locale.ROOT,
                        "when %s begins no user has an unseen video: each of its %,d users has played all of the videos that"
                                + " were known and that candidates.filters keep, so there is nothing to recommend. Give a log with"
                                + " more videos or a shorter one, or move the cut with split.testShare.",
                        part.name(),
                        users.length));
            }
        }
    }

    private String finding(int rule, Part lacking) {
        boolean none = lacking.judgments().get(rule).userCount() == 0;
        return holdout.rules().get(rule).name() + " is left out, since "
                + (none
                        ? "no play of " + lacking.name() + " is relevant by it"
                        : "what is relevant by it in " + lacking.name()
                                + " could not have been recommended: seen by the user before, or not known yet")
                + " (relevant are "
                + Stream.concat(Stream.of(training), needed.stream())
                        .map(part -> counts(rule, part))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private String counts(int rule, Part part) {
        Relevance relevance = holdout.rules().get(rule).fit(part.before());
        InteractionLog plays = part.plays();
        int[] relevant = IntStream.range(0, plays.size())
                .filter(row -> relevance.isRelevant(plays.durationMillis(row), plays.watchRatio(row), plays.flags(row)))
                .toArray();
        return String.format(
                Locale.ROOT,
                "%.2f %% of the %,d plays of %s, of %,d users",
                100.0 * relevant.length / plays.size(),
                plays.size(),
                part.name(),
                IntStream.of(relevant).map(plays::user).distinct().count());
    }

    /** What there is to be above. */
    private String ratios() {
        Part last = needed.get(needed.size() - 1);
        InteractionLog plays = last.plays();
        double[] ratios = IntStream.range(0, plays.size())
                .mapToDouble(plays::watchRatio)
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "half of the watch ratios of %s are above %.2f, a tenth above %.2f, and the highest is %.2f",
                last.name(),
                ratios[ratios.length / 2],
                ratios[(int) (0.9 * ratios.length)],
                Arrays.stream(ratios).max().orElseThrow());
    }
}
