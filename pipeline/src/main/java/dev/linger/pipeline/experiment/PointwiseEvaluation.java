package dev.linger.pipeline.experiment;

import dev.linger.data.InteractionLog;
import dev.linger.data.Workers;
import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.pipeline.evaluation.Relevance;
import dev.linger.pipeline.evaluation.RelevanceRule;
import dev.linger.pipeline.evaluation.pointwise.Gauc;
import dev.linger.pipeline.evaluation.pointwise.Labels;
import dev.linger.pipeline.evaluation.pointwise.NamedPredictions;
import dev.linger.pipeline.evaluation.pointwise.PointwiseMetrics;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.report.Caption;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.report.tables.CalibrationTable;
import dev.linger.pipeline.report.tables.ErrorsTable;
import dev.linger.pipeline.report.tables.PointwiseTable;
import dev.linger.pipeline.reranking.ScoredPlays;
import dev.linger.pipeline.reranking.ShownScores;
import dev.linger.pipeline.training.ObservedExamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Every test play by itself, predicted as of its day; order within users by the first relevance rule.
 *
 * @param plays the plays after the cut
 * @param cut the instant that parts training from test, in words
 */
public record PointwiseEvaluation(ObservedExamples plays, Holdout holdout, String cut, Workers workers) {
    /** Measures the ranker that predicts the watch ratio, and the constants. */
    public List<NamedPredictions> predictions(List<ScoredPlays> scored) {
        boolean[] relevant = relevant();
        Labels labels = Labels.of(plays.watchRatio());
        return workers.map(scored.size(), ranker -> named(scored.get(ranker), labels, relevant));
    }

    private NamedPredictions named(ScoredPlays scored, Labels labels, boolean[] relevant) {
        double[] scores = scored.scores().get();
        PointwiseMetrics metrics = scored.ranker().predictsWatchRatio()
                ? PointwiseMetrics.of(scores, labels)
                : PointwiseMetrics.ofScores(scores, labels);
        return new NamedPredictions(
                scored.ranker().name(), metrics, Gauc.of(plays.requests().user(), scores, relevant));
    }

    /**
     * The tables of predictions and of an order.
     *
     * @param shown the videos that users were shown, all of them, in the order that is meant for such lists
     */
    public List<ResultTable> tables(List<NamedPredictions> predictions, NamedLists shown) {
        List<NamedPredictions> all = new ArrayList<>(predictions);
        all.add(new NamedPredictions(
                "order " + shown.name(),
                PointwiseMetrics.ofOrder(plays.size()),
                Gauc.of(plays.requests().user(), ShownScores.of(plays.requests(), shown.lists()), relevant())));
        return tables(all);
    }

    /** The tables of predictions. */
    public List<ResultTable> tables(List<NamedPredictions> predictions) {
        return List.of(PointwiseTable.of(caption(), predictions), CalibrationTable.of(caption(), predictions));
    }

    /**
     * How the errors of a ranker differ from play to play; empty where it predicts no ratio.
     *
     * @param playsOfUser how many plays a user has before the cut
     */
    public Optional<ResultTable> errors(ScoredPlays scored, IntUnaryOperator playsOfUser) {
        if (!scored.ranker().predictsWatchRatio()) {
            return Optional.empty();
        }
        return Optional.of(ErrorsTable.of(
                caption(),
                scored.ranker().name(),
                scored.scores().get(),
                plays.watchRatio(),
                play -> plays.durationMillis()[play],
                play -> playsOfUser.applyAsInt(plays.requests().user()[play])));
    }

    private Caption caption() {
        int users = (int) Arrays.stream(plays.requests().user()).distinct().count();
        return new Caption("pointwise", "every play after the cut", rule().name(), users, cut);
    }

    private RelevanceRule rule() {
        return holdout.rules().get(0);
    }

    private boolean[] relevant() {
        InteractionLog training = holdout.split().training();
        Relevance relevance = rule().fit(training);
        boolean[] relevant = new boolean[plays.size()];
        for (int play = 0; play < relevant.length; play++) {
            relevant[play] =
                    relevance.isRelevant(plays.durationMillis()[play], plays.watchRatio()[play], plays.flags()[play]);
        }
        return relevant;
    }
}
