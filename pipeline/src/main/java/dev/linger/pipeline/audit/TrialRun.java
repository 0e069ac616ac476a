package dev.linger.pipeline.audit;

import dev.linger.data.Dataset;
import dev.linger.data.RankedList;
import dev.linger.pipeline.cache.CacheKey;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.ListMetrics;
import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.pipeline.evaluation.listwise.Ndcg;
import dev.linger.pipeline.evaluation.listwise.Recall;
import dev.linger.pipeline.evaluation.pointwise.NamedPredictions;
import dev.linger.pipeline.experiment.Evaluation;
import dev.linger.pipeline.experiment.Ranked;
import dev.linger.pipeline.experiment.Stages;
import dev.linger.pipeline.protocol.GivenItems;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.reranking.FixedCandidates;
import dev.linger.pipeline.reranking.KnownScores;
import dev.linger.pipeline.reranking.ListsToScore;
import dev.linger.pipeline.reranking.RankableLists;
import dev.linger.pipeline.reranking.ReplayFactory;
import dev.linger.pipeline.retrieval.RetrievalResult;
import dev.linger.pipeline.run.Interventions;
import dev.linger.pipeline.run.RunContext;
import dev.linger.pipeline.run.RunLog;
import dev.linger.pipeline.training.Featurized;
import dev.linger.ranker.blend.Reranker;
import dev.linger.recommender.Recommender;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way of a data set through the stages from split to rank, in memory, and the figures found at its end.
 *
 * @param predictions of the plays after the cut: those of the members of stage two, then those of the constants
 */
public record TrialRun(
        LingerConfig config,
        RunContext run,
        Dataset dataset,
        Holdout holdout,
        RetrievalResult retrieved,
        Featurized rows,
        Ranked ranked,
        List<NamedPredictions> predictions) {
    private static final Ndcg NDCG = new Ndcg(10);
    private static final List<ListMetric> METRICS = List.of(NDCG, new Recall(50));

    /**
     * Takes the data set through the stages.
     *
     * @param known what stage one gives where it has been fitted to the same rows already
     * @param interventions what the steps are given in place of what they should
     */
    public static TrialRun of(
            LingerConfig config,
            RunContext run,
            Dataset dataset,
            @Nullable RetrievalResult known,
            Interventions interventions,
            RunLog.Counts counts) {
        RunContext leaky = run.with(interventions);
        Stages stages = new Stages(config, leaky);
        Holdout holdout = stages.split(dataset, counts);
        RetrievalResult retrieved = known == null ? stages.retrieve(dataset, holdout, counts) : known;
        Featurized rows = stages.featurize(dataset, holdout, retrieved, counts);
        Reranker stageTwo = stages.train(dataset, holdout, retrieved, rows, counts);
        Ranked ranked = stages.rank(dataset, holdout, retrieved, rows, stageTwo, counts);
        List<NamedPredictions> predictions = new Evaluation(config, dataset, holdout, leaky)
                .pointwise(rows.test())
                .predictions(ranked.measured());
        counts.saved(leaky.cache().takeSaved());
        return new TrialRun(config, leaky, dataset, holdout, retrieved, rows, ranked, predictions);
    }

    /** Where honest replays of the log begin. */
    public ReplayFactory replays() {
        return new Stages(config, run.with(run.interventions().honest())).replays(dataset, holdout);
    }

    /** The lists that users get. */
    public NamedLists served() {
        return ranked.systems().served();
    }

    /** The ranker whose predictions of the watch ratio are measured. */
    public NamedPredictions headline() {
        return predictions.get(0);
    }

    /** The constants that the ranker is measured against. */
    public List<NamedPredictions> constants() {
        return predictions.subList(1, predictions.size());
    }

    /** The figures that leaks are judged by. */
    public Figures figures() {
        List<Figures.Figure> figures = new ArrayList<>(List.of(
                new Figures.Figure("MAE", headline().metrics().mae()),
                new Figures.Figure("RMSE", headline().metrics().rmse()),
                new Figures.Figure("XAUC", headline().metrics().xauc()),
                new Figures.Figure("exposed " + NDCG.name(), exposedNdcg())));
        addEndToEnd("", served(), figures);
        addEndToEnd(retrieved.firstSource() + " ", retrieved.firstSourceLists(), figures);
        return new Figures(figures);
    }

    private void addEndToEnd(String prefix, NamedLists lists, List<Figures.Figure> figures) {
        for (Judgments judgments : holdout.test()) {
            ListMetrics measured = ListMetrics.of(judgments, lists.lists(), METRICS);
            for (ListMetric metric : METRICS) {
                String name = prefix + metric.name() + " " + judgments.rule();
                figures.add(new Figures.Figure(name, measured.mean(metric)));
            }
        }
    }

    /** Of what each user was shown after the cut, ordered by the ranker alone; by the first relevance rule. */
    private double exposedNdcg() {
        CacheKey key = retrieved.key().then("shown");
        RankableLists shown = FixedCandidates.of(
                GivenItems.shownIn(holdout.split().test()),
                retrieved.beforeTest().columns(),
                key,
                run);
        Recommender recommender = ranked.recommender();
        List<RankedList> byRanker = new ListsToScore(key, shown, recommender::scoring, new KnownScores(run.cache()))
                .by(List.of(recommender.reranker().headline()), "rank given lists", run)
                .ranked((list, scores) -> scores, NDCG.cutoff(), run.workers())
                .get(0);
        return ListMetrics.of(holdout.test().get(0).whole(), byRanker, List.of(NDCG))
                .mean(NDCG);
    }

    /** The summary and the tables of predictions, to be compared cell by cell. */
    public List<ResultTable> tables() {
        Evaluation evaluation = new Evaluation(config, dataset, holdout, run);
        List<ResultTable> tables =
                new ArrayList<>(evaluation.pointwise(rows.test()).tables(predictions));
        tables.add(evaluation.summary(evaluation.endToEnd(retrieved, ranked.systems()), predictions));
        return tables;
    }
}
