package dev.linger.spark;

import dev.linger.candidates.als.AlsModel;
import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.features.replay.ReplayedRows;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.evaluation.pointwise.NamedPredictions;
import dev.linger.pipeline.experiment.Evaluation;
import dev.linger.pipeline.experiment.PointwiseEvaluation;
import dev.linger.pipeline.experiment.Stages;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.protocol.TrainingWindow;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.report.tables.ListTables;
import dev.linger.pipeline.report.tables.TrainingTables;
import dev.linger.pipeline.reranking.ScoredPlays;
import dev.linger.pipeline.retrieval.RetrievalResult;
import dev.linger.pipeline.run.Interventions;
import dev.linger.pipeline.run.RunContext;
import dev.linger.pipeline.run.RunLog;
import dev.linger.pipeline.training.Featurized;
import dev.linger.pipeline.training.LearnedColumns;
import dev.linger.pipeline.training.ObservedExamples;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.blend.Reranker;
import dev.linger.recommender.Recommender;
import dev.linger.recommender.retrieval.FittedSource;
import dev.linger.spark.lists.CandidateOrder;
import dev.linger.spark.plan.SparkPlan;
import dev.linger.spark.plays.Cut;
import dev.linger.spark.plays.Spread;
import dev.linger.spark.rank.ClusterFeatures;
import dev.linger.spark.rank.SentRanker;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.broadcast.Broadcast;

/**
 * Trains a ranker on the driver, as a run on one machine does: by the stages of such a run, but for the sources, which are fitted on
 * the cluster, and the feature rows, which are filled there.
 */
final class SparkLearning {
    private final LingerConfig config;
    private final Dataset dataset;
    private final RunContext run;
    private final SparkStages cluster;
    private final Spread spread;
    private final Cut cut;

    SparkLearning(LingerConfig config, Dataset dataset, RunContext run, SparkStages cluster, Spread spread, Cut cut) {
        this.config = config;
        this.dataset = dataset;
        this.run = run;
        this.cluster = cluster;
        this.spread = spread;
        this.cut = cut;
    }

    /**
     * What was learned.
     *
     * @param recommender of the model that is written
     * @param order of candidates
     * @param holdout what was learned from and what is tested
     * @param test the plays after the cut
     * @param predicted these by the ranker of the watch ratio and by the constants
     * @param learnedFrom tables of what was learned from, and of the rankers
     */
    record Learned(
            Recommender recommender,
            Reranker reranker,
            CandidateOrder order,
            Holdout holdout,
            ObservedExamples test,
            List<ScoredPlays> predicted,
            List<ResultTable> learnedFrom) {
        /** All tables of it but those of lists. */
        List<ResultTable> tables(Evaluation evaluation, List<ListTables> lists) {
            PointwiseEvaluation pointwise = evaluation.pointwise(test);
            List<NamedPredictions> predictions = pointwise.predictions(predicted);
            int[] playsOfUser = evaluation.playsOfUser();
            List<ResultTable> tables = new ArrayList<>(learnedFrom);
            tables.addAll(pointwise.tables(predictions));
            pointwise.errors(predicted.get(0), user -> playsOfUser[user]).ifPresent(tables::add);
            tables.add(evaluation.summary(lists, predictions));
            return tables;
        }
    }

    /** @param atCut the source as it was fitted to the plays before the cut */
    Learned learn(AlsModel atCut, RunLog log) {
        Stages honest = new Stages(config, run);
        Holdout holdout = log.stage("judge", counts -> honest.split(dataset, counts));
        // Plays after the cut are predicted too, each as of its own day.
        int lastDay = dataset.log().day(dataset.log().size() - 1);
        ClusterFeatures features = log.stage(
                "count",
                counts -> cluster.features(
                        spread, honest.replays(dataset, holdout).inputs()::quantiles, lastDay));
        Stages stages = new Stages(
                config, run.with(Interventions.ofTrainingSets("cluster", (sets, test) -> filledIn(sets, features))));
        RetrievalResult retrieved =
                stages.fittedElsewhere(dataset, holdout, window -> List.of(source(window, atCut, log)));
        Featurized rows = log.stage("featurize", counts -> stages.featurize(dataset, holdout, retrieved, counts));
        retrieved.letFitGo();
        Reranker reranker = log.stage("train", counts -> stages.train(dataset, holdout, retrieved, rows, counts));
        LearnedColumns learned = stages.learned(retrieved, rows);
        List<ResultTable> tables = new ArrayList<>(
                List.of(TrainingTables.trainingSets(rows.sizes()), TrainingTables.features(rows.columns())));
        tables.addAll(TrainingTables.rankers(reranker.members(), reranker.blend()));
        rows.letTrainingSetsGo();
        retrieved.letLearningGo();
        Broadcast<SentRanker> ranker = features.sent(reranker, config.with(rows.ranker()));
        List<ScoredPlays> predicted = log.stage("predict", counts -> {
            counts.add("plays", holdout.split().test().size());
            return stages.predicted(
                    holdout, rows, reranker.headline(), (key, plays) -> features.predictions(plays, ranker));
        });
        return new Learned(
                stages.recommender(dataset, holdout, retrieved, rows, reranker).with(learned.likeRequests()),
                reranker,
                features.orderOf(ranker, cut.millis()),
                holdout,
                rows.test(),
                predicted,
                tables);
    }

    private FittedSource source(TrainingWindow window, AlsModel atCut, RunLog log) {
        SparkPlan plan = SparkPlan.of(config);
        InteractionLog before = window.log();
        AlsModel model = window.cutMillis() == cut.millis()
                ? atCut
                : cluster.fit(
                        spread, window.cutMillis(), before.timestampMillis(before.size() - 1), before.size(), log);
        return new FittedSource(plan.source(), plan.als(), model);
    }

    /** The same rows, filled on the cluster and held here. */
    private static TrainingSets filledIn(TrainingSets sets, ClusterFeatures features) {
        return new TrainingSets(sets.rows().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey(), entry -> filledIn(entry.getValue(), features))));
    }

    private static TrainingSets.Rows filledIn(TrainingSets.Rows rows, ClusterFeatures features) {
        TrainingSet all = rows.all();
        ReplayedRows asked = (ReplayedRows) all.rows();
        return new TrainingSets.Rows(
                new TrainingSet(
                        features.rows(asked.requests(), asked.columns()), all.label(), all.group(), all.flags()),
                rows.fitRows());
    }
}
