package dev.linger.pipeline;

import dev.linger.data.InteractionLog;
import dev.linger.data.split.TimeSplit;
import dev.linger.pipeline.config.EvaluationConfig;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.RelevanceRule;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The cut log and what is relevant in its later parts.
 *
 * @param split the parts
 * @param test judgments of the test part, one a relevance rule, each fitted on the rows before the cut
 * @param validation judgments of the validation days by the first rule, fitted on the rows before them
 */
record Holdout(TimeSplit split, List<Judgments> test, Judgments validation) {
    static Holdout of(TimeSplit split, EvaluationConfig config) {
        List<Judgments> test = config.relevance().stream()
                .map(rule -> judge(rule, split.training(), split.test(), config))
                .toList();
        RelevanceRule first = config.relevance().get(0);
        return new Holdout(split, test, judge(first, beforeValidation(split), split.validation(), config));
    }

    private static Judgments judge(
            RelevanceRule rule, InteractionLog training, InteractionLog judged, EvaluationConfig config) {
        return Judgments.of(judged, rule.fit(training), config.skipBelow());
    }

    /** All rows before the validation days. */
    InteractionLog beforeValidation() {
        return beforeValidation(split);
    }

    private static InteractionLog beforeValidation(TimeSplit split) {
        return split.training()
                .slice(0, split.history().size() + split.fitWindow().size());
    }

    /** The users with a relevant item by any rule, ascending: those who get lists. */
    int[] users() {
        return test.stream()
                .flatMapToInt(judgments -> IntStream.of(judgments.users()))
                .sorted()
                .distinct()
                .toArray();
    }
}
