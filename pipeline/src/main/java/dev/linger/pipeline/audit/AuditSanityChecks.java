package dev.linger.pipeline.audit;

import dev.linger.data.InputException;
import dev.linger.features.FeatureSource;
import dev.linger.features.replay.FeatureReplay;
import dev.linger.features.replay.ReplayedRows;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.ListMetrics;
import dev.linger.pipeline.evaluation.PairedBootstrap;
import dev.linger.pipeline.evaluation.listwise.Ndcg;
import dev.linger.pipeline.evaluation.pointwise.NamedPredictions;
import dev.linger.pipeline.evaluation.pointwise.PointwiseMetrics;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.retrieval.DatedRetriever;
import dev.linger.pipeline.training.ObservedExamples;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSetKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Holds runs in which nothing can be learned, or nothing has changed, against the honest one. */
public final class AuditSanityChecks {
    private static final String SHUFFLED = "shuffled labels";
    private static final String FUTURE = "future label";
    private static final String MOVED = "time-shifted log";

    /** How far from chance an order may be that was learned from noise. */
    private static final double ORDER_NOISE = 0.05;

    /**
     * Share by which noise may do better than a constant, beside the standard error: labels of the fit window can be
     * nearer to the test than all are.
     */
    private static final double ERROR_NOISE = 0.01;

    /** By how much noise may do better than stage one with certainty: the weights of a blend are chosen among many. */
    private static final double GAIN_NOISE = 0.002;

    private static final Ndcg NDCG = new Ndcg(10);

    private final TrialRun honest;

    public AuditSanityChecks(TrialRun honest) {
        this.honest = honest;
    }

    /** Labels of other rows teach nothing. */
    public List<SanityCheck> shuffledLabels(TrialRun shuffled) {
        List<SanityCheck> checks = new ArrayList<>();
        NamedPredictions ranker = shuffled.headline();
        checks.add(
                shuffled.ranked().stageTwo().headline().learnsFromLabels()
                        ? SanityCheck.within(
                                SHUFFLED,
                                "XAUC of the ranker",
                                ranker.metrics().xauc(),
                                0.5 - ORDER_NOISE,
                                0.5 + ORDER_NOISE)
                        : SanityCheck.notApplicable(SHUFFLED, "XAUC of the ranker", "stage one learns from no labels"));
        PointwiseMetrics constant = shuffled.constants().stream()
                .filter(predictions -> predictions.name().startsWith("global"))
                .map(NamedPredictions::metrics)
                .min(Comparator.comparingDouble(PointwiseMetrics::mae))
                .orElseThrow();
        checks.add(SanityCheck.atLeast(
                SHUFFLED,
                "MAE of the ranker, not below that of the best constant",
                ranker.metrics().mae(),
                constant.mae() * (1 - ERROR_NOISE) - constant.standardErrorOfMae()));
        for (Judgments judgments : shuffled.holdout().test()) {
            checks.add(SanityCheck.atMost(
                    SHUFFLED,
                    NDCG.name() + " of the system less stage one's, low end, " + judgments.rule(),
                    gain(shuffled, judgments).low(),
                    GAIN_NOISE));
        }
        return checks;
    }

    private static PairedBootstrap.Difference gain(TrialRun trial, Judgments judgments) {
        PairedBootstrap bootstrap = new PairedBootstrap(
                trial.config().evaluation().resamples(), trial.run().seed());
        ListMetrics stageOne = ListMetrics.of(judgments, trial.retrieved().byStageOne(), List.of(NDCG));
        return ListMetrics.of(judgments, trial.served().lists(), List.of(NDCG)).less(stageOne, NDCG, bootstrap);
    }

    /** A column that holds the label is refused where it says so, and found where it does not. */
    public List<SanityCheck> futureLabel() {
        List<ColumnAgreement> found =
                ColumnAgreement.of(playsWith(label(false)), honest.run().workers());
        String name = label(false).columns().get(0).name();
        double value = found.stream()
                .filter(agreement -> agreement.column().equals(name))
                .mapToDouble(ColumnAgreement::value)
                .findFirst()
                .orElse(0);
        return List.of(
                SanityCheck.that(
                        FUTURE, "column not known at request, for candidates", "refused", isRefused(label(true))),
                SanityCheck.atLeast(
                        FUTURE, "column said to be known, agreement with labels", value, ColumnAgreement.SUSPECT));
    }

    private FutureLabel label(boolean admitted) {
        return new FutureLabel(honest.dataset().log(), honest.config().watch().ratioCap(), admitted);
    }

    private boolean isRefused(FutureLabel label) {
        DatedRetriever stageOne = honest.retrieved().beforeTest();
        FeatureReplay replay = honest.replays().begin(stageOne).with(label);
        try {
            replay.state().requireKnownAtRequest();
            return false;
        } catch (InputException refused) {
            return true;
        }
    }

    private TrainingSet playsWith(FutureLabel label) {
        DatedRetriever stageOne = honest.retrieved().beforeFit().get(0);
        ObservedExamples plays = ObservedExamples.of(
                honest.holdout().split().fitWindow(), honest.dataset().userCount(), stageOne.columns(), honest.run());
        Supplier<FeatureReplay> begin = () -> honest.replays().begin(stageOne).with(label);
        FeatureSource rows = new ReplayedRows(
                begin,
                begin.get().columns(),
                plays.requests(),
                honest.run().workers(),
                honest.run().progress());
        return plays.trainingSet(
                rows, plays.cappedRatios(honest.config().watch().ratioCap()));
    }

    /** No column of the honest rows orders them as the labels do. */
    public List<SanityCheck> honestColumns() {
        List<SanityCheck> checks = new ArrayList<>();
        for (TrainingSetKind kind : TrainingSetKind.values()) {
            if (!honest.rows().trainingSets().rows().containsKey(kind)) {
                continue;
            }
            TrainingSet fit = honest.rows().trainingSets().of(kind).fit();
            List<ColumnAgreement> all = ColumnAgreement.of(fit, honest.run().workers());
            all.stream()
                    .filter(agreement -> agreement.suspect() || agreement.equals(all.get(0)))
                    .map(agreement -> SanityCheck.atMost(
                            "honest columns",
                            "agreement of " + agreement.column() + " with labels of " + kind.label(),
                            agreement.value(),
                            ColumnAgreement.SUSPECT))
                    .forEach(checks::add);
        }
        return checks;
    }

    /** The same data at another time give the same figures. */
    public List<SanityCheck> movedTime(TrialRun moved) {
        List<SanityCheck> checks = new ArrayList<>();
        List<ResultTable> before = honest.tables();
        List<ResultTable> after = moved.tables();
        for (int at = 0; at < before.size(); at++) {
            checks.add(SanityCheck.atMost(
                    MOVED,
                    "cells of table " + before.get(at).id() + " that differ",
                    differingCells(before.get(at).rows(), after.get(at).rows()),
                    0));
        }
        return checks;
    }

    /** What is said where an hour of the day does not stay what it is. */
    public static SanityCheck notMoved() {
        return SanityCheck.notApplicable(MOVED, "cells that differ", "the zone's clocks were changed in these weeks");
    }

    private static int differingCells(List<List<Cell>> before, List<List<Cell>> after) {
        int differ = Math.abs(before.size() - after.size());
        for (int row = 0; row < Math.min(before.size(), after.size()); row++) {
            for (int column = 0; column < before.get(row).size(); column++) {
                differ += before.get(row).get(column).equals(after.get(row).get(column)) ? 0 : 1;
            }
        }
        return differ;
    }
}
