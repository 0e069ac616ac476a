package dev.linger.pipeline.protocol;

import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.WatchMatrix;
import dev.linger.data.Workers;
import dev.linger.data.split.TimeSplit;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.RelevanceRule;
import dev.linger.pipeline.evaluation.Shown;
import dev.linger.recommender.retrieval.Eligibility;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The cut log and what is relevant in its later parts: judgments of each part, one a relevance rule, each fitted on the
 * rows before that part.
 *
 * @param split the parts
 * @param rules what is relevant
 * @param fit the stretches of the fit window, in order
 * @param validation judgments of the validation days
 * @param test judgments of the test part
 * @param purpose what the system is for
 * @param matrix fully observed pairs, where there are any
 */
public record Holdout(
        TimeSplit split,
        List<RelevanceRule> rules,
        List<FitStretch> fit,
        List<Judgments> validation,
        List<Judgments> test,
        Purpose purpose,
        @Nullable WatchMatrix matrix) {
    public Holdout {
        rules = List.copyOf(rules);
        fit = List.copyOf(fit);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    /**
     * Judges the parts of a log.
     *
     * @param skipBelow watch ratio below which a play is a skip
     * @param stretches into how many the fit window is cut, where it has as many days
     */
    public static Holdout of(
            TimeSplit split, List<RelevanceRule> rules, double skipBelow, int stretches, Workers workers) {
        List<Part> parts = new ArrayList<>();
        int before = split.history().size();
        for (InteractionLog plays : split.fitStretches(stretches)) {
            parts.add(new Part(split.log().slice(0, before), plays));
            before += plays.size();
        }
        int stretchCount = parts.size();
        parts.add(new Part(beforeValidation(split), split.validation()));
        parts.add(new Part(split.training(), split.test()));
        List<Shown> shown =
                workers.map(parts.size(), part -> Shown.in(parts.get(part).plays(), skipBelow));
        List<Judgments> each = workers.map(parts.size() * rules.size(), at -> parts.get(at / rules.size())
                .judged(rules.get(at % rules.size()), shown.get(at / rules.size())));
        List<List<Judgments>> judged = IntStream.range(0, parts.size())
                .mapToObj(part -> each.subList(part * rules.size(), (part + 1) * rules.size()))
                .toList();
        return new Holdout(
                split,
                rules,
                IntStream.range(0, stretchCount)
                        .mapToObj(at -> parts.get(at).stretch(judged.get(at)))
                        .toList(),
                judged.get(stretchCount),
                judged.get(stretchCount + 1),
                Purpose.END_TO_END,
                null);
    }

    /**
     * Rows that are judged, and those before them.
     *
     * @param before what relevance is fitted to
     */
    private record Part(InteractionLog before, InteractionLog plays) {
        Judgments judged(RelevanceRule rule, Shown shown) {
            return Judgments.of(plays, rule.fit(before), shown);
        }

        FitStretch stretch(List<Judgments> judgments) {
            return new FitStretch(new TrainingWindow(before, plays.timestampMillis(0)), plays, judgments);
        }
    }

    /**
     * The same for a system with a purpose.
     *
     * @param fullyObserved by half of whose users the order of given videos may be chosen, where there is one
     * @throws InputException where a rule reads flags, which such a matrix does not have
     */
    public Holdout with(Purpose of, @Nullable WatchMatrix fullyObserved) {
        if (fullyObserved != null) {
            rules.stream().filter(RelevanceRule::readsFlags).findFirst().ifPresent(rule -> {
                throw new InputException("evaluation.relevance: " + rule.name()
                        + " cannot be measured on the fully observed matrix of this data, which tells of no flags. Leave"
                        + " the rule out, or take the matrix away.");
            });
        }
        return new Holdout(split, rules, fit, validation, test, of, fullyObserved);
    }

    /** Where the log is cut, in words of figures: with the log it says what every part holds. */
    public String boundaries() {
        return "history " + split.history().size() + ", fit "
                + fit.stream().map(stretch -> stretch.plays().size()).toList() + ", validation "
                + split.validation().size() + ", test " + split.test().size() + ", cut " + split.cutMillis();
    }

    /** Whether there are rows after the cut. */
    public boolean hasTest() {
        return split.test().size() > 0;
    }

    /** By what the order of given videos is chosen. */
    public PreferenceQuestion preference() {
        return purpose == Purpose.PREFERENCE && matrix != null
                ? PreferenceQuestion.of(matrix, rules.get(0), beforeValidation())
                : PreferenceQuestion.of(this);
    }

    /**
     * The same with nothing relevant that no list could hold: every choice that is made on a part, and the test, then ask
     * for the same.
     *
     * <p>An eligibility says what may be recommended when a part begins; its filters are a choice of the system, so what they
     * leave out stays relevant.
     */
    public Holdout within(
            List<Eligibility> beforeFit, Eligibility beforeValidation, Eligibility beforeTest, Workers workers) {
        List<List<Judgments>> parts =
                new ArrayList<>(fit.stream().map(FitStretch::judgments).toList());
        parts.addAll(List.of(validation, test));
        List<Eligibility> before = new ArrayList<>(beforeFit);
        before.addAll(List.of(beforeValidation, beforeTest));
        List<List<Judgments>> within = workers.map(parts.size(), part -> within(parts.get(part), before.get(part)));
        return new Holdout(
                split,
                rules,
                IntStream.range(0, fit.size())
                        .mapToObj(at -> fit.get(at).with(within.get(at)))
                        .toList(),
                within.get(fit.size()),
                within.get(fit.size() + 1),
                purpose,
                matrix);
    }

    private static List<Judgments> within(List<Judgments> part, Eligibility eligibility) {
        return Judgments.within(part, eligibility.universe()::contains, eligibility.seen()::contains);
    }

    private static InteractionLog beforeValidation(TimeSplit split) {
        return split.training()
                .slice(0, split.history().size() + split.fitWindow().size());
    }

    /** The same judged by some of the rules, given by their positions. */
    Holdout only(List<Integer> kept) {
        return new Holdout(
                split,
                of(kept, rules),
                fit.stream()
                        .map(stretch -> stretch.with(of(kept, stretch.judgments())))
                        .toList(),
                of(kept, validation),
                of(kept, test),
                purpose,
                matrix);
    }

    private static <T> List<T> of(List<Integer> positions, List<T> all) {
        return positions.stream().map(all::get).toList();
    }

    /** The rows before the validation days. */
    public TrainingWindow beforeValidation() {
        return new TrainingWindow(beforeValidation(split), split.validation().timestampMillis(0));
    }

    /** The rows before the test. */
    public TrainingWindow beforeTest() {
        return new TrainingWindow(split.training(), split.cutMillis());
    }

    /** The users with a relevant item by any rule, ascending. */
    public static int[] users(List<Judgments> judgments) {
        return judgments.stream()
                .flatMapToInt(byRule -> IntStream.of(byRule.users()))
                .sorted()
                .distinct()
                .toArray();
    }
}
