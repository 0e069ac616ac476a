package dev.linger.pipeline.experiment;

import dev.linger.candidates.ItemScorer;
import dev.linger.data.Dataset;
import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.data.WatchMatrix;
import dev.linger.data.source.LoadedData;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.config.ResolvedConfig;
import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.pipeline.evaluation.Systems;
import dev.linger.pipeline.evaluation.pointwise.NamedPredictions;
import dev.linger.pipeline.protocol.GivenItems;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.protocol.Purpose;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.report.tables.DataTables;
import dev.linger.pipeline.report.tables.SummaryTable;
import dev.linger.pipeline.report.tables.TrainingTables;
import dev.linger.pipeline.reranking.FixedCandidates;
import dev.linger.pipeline.retrieval.RetrievalResult;
import dev.linger.pipeline.run.Machine;
import dev.linger.pipeline.run.RunContext;
import dev.linger.pipeline.run.RunEstimate;
import dev.linger.pipeline.run.RunLog;
import dev.linger.pipeline.run.RunRequest;
import dev.linger.pipeline.training.FeatureSkew;
import dev.linger.pipeline.training.Featurized;
import dev.linger.pipeline.training.ObservedExamples;
import dev.linger.ranker.blend.Reranker;
import dev.linger.recommender.Recommender;
import dev.linger.recommender.retrieval.CandidateList;
import dev.linger.recommender.retrieval.RetrievalColumns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One run in eight stages, each one method and one line of the run's log: load, split, retrieve, featurize, train, rank,
 * evaluate, report.
 */
public final class Experiment {
    private final LingerConfig config;
    private final RunContext run;
    private final Stages stages;

    private Experiment(LingerConfig config, RunContext run) {
        this.config = config;
        this.run = run;
        this.stages = new Stages(config, run);
    }

    /** Carries out a run; its results are in a new folder below {@link RunRequest#out}, which is returned. */
    public static Path run(RunRequest request) {
        ResolvedConfig<LingerConfig> resolved = LingerConfig.resolve(request.config(), request.settings());
        LingerConfig config = resolved.value();
        Path data = request.data().get();
        RunEstimate estimate = RunEstimate.of(config.data().size(data), config, request.threads());
        if (!request.ignoreEstimate()) {
            estimate.requireRoom();
        }
        config.ranker().requireTrainable();
        try (Session session = Session.open(request, resolved, data, resolved.name())) {
            session.log().say(Machine.current().kernelsLine());
            session.log().say(estimate.line());
            new Experiment(config, session.run()).run(session);
            session.log().say(estimate.against(session.log().stages()));
            return session.folder();
        }
    }

    private void run(Session session) {
        RunLog log = session.log();
        RunReport report = session.report();
        LoadedData loaded = session.load();
        report.tables(DataTables.of(loaded.report()));
        Dataset dataset = loaded.dataset();
        Holdout holdout = log.stage("split", counts -> stages.split(dataset, counts));
        Ready ready = learnAndRank(dataset, holdout, log);
        List<ResultTable> tables = log.stage("evaluate", counts -> evaluate(dataset, holdout, ready, counts));
        log.stage("report", counts -> {
            report(report, dataset, ready, noting(log.notices(), tables));
            Evaluation evaluation = new Evaluation(config, dataset, holdout, run);
            report.comparable(
                    session.resolved().name(),
                    evaluation,
                    ready.retrieved(),
                    ready.ranked().systems(),
                    dataset.users());
            return counts.add("tables", tables.size());
        });
        session.record(loaded);
        log.say("Everything is in " + session.folder()
                + ": tables, lists, model, per-user values, config.json, manifest.json, run.log");
    }

    /** The summary says what was noticed on the way, for who reads it alone. */
    private static List<ResultTable> noting(List<String> notices, List<ResultTable> tables) {
        return tables.stream()
                .map(table -> table.id().equals(SummaryTable.ID) ? table.noting(notices) : table)
                .toList();
    }

    /**
     * What is to be measured and reported.
     *
     * @param retrieved without what only learning needed
     * @param test the plays after the cut
     * @param ranked what was made of the candidates
     * @param learnedFrom tables of the rows that were learned from, beside those of the candidates
     */
    private record Ready(
            RetrievalResult retrieved, ObservedExamples test, Ranked ranked, List<ResultTable> learnedFrom) {}

    /** Four stages in a method of their own: what they learn from is a third of the memory, and is let go at its end. */
    private Ready learnAndRank(Dataset dataset, Holdout holdout, RunLog log) {
        RetrievalResult retrieved = log.stage("retrieve", counts -> stages.retrieve(dataset, holdout, counts));
        log.say("fallback   " + retrieved.fallback().line());
        if (holdout.purpose() == Purpose.PREFERENCE) {
            log.say("preference is chosen by " + holdout.preference().inWords());
        }
        Featurized rows = log.stage("featurize", counts -> stages.featurize(dataset, holdout, retrieved, counts));
        Reranker stageTwo = log.stage("train", counts -> stages.train(dataset, holdout, retrieved, rows, counts));
        return log.stage("rank", counts -> {
            Ranked ranked = stages.rank(dataset, holdout, retrieved, rows, stageTwo, counts);
            return new Ready(retrieved.afterLearning(), rows.test(), ranked, learnedFrom(rows, ranked));
        });
    }

    private List<ResultTable> learnedFrom(Featurized rows, Ranked ranked) {
        return List.of(
                TrainingTables.trainingSets(rows.sizes()),
                TrainingTables.features(rows.columns()),
                FeatureSkew.of(rows.trainingSets(), ranked.sample(), run.workers())
                        .table());
    }

    private List<ResultTable> evaluate(Dataset dataset, Holdout holdout, Ready ready, RunLog.Counts counts) {
        RetrievalResult retrieved = ready.retrieved();
        ObservedExamples test = ready.test();
        Ranked ranked = ready.ranked();
        Evaluation evaluation = new Evaluation(config, dataset, holdout, run);
        WatchMatrix small = dataset.smallMatrix();
        List<ResultTable> tables = new ArrayList<>();
        try (Progress.Task task = run.progress().start("measure", "protocols", small == null ? 3 : 4)) {
            tables.addAll(evaluation.endToEnd(retrieved, ranked.systems()));
            task.advance(1);
            RetrievalColumns columns = retrieved.beforeTest().columns();
            GivenItems shown = GivenItems.shownIn(holdout.split().test());
            FixedCandidates toRank = FixedCandidates.of(shown, columns, run.workers());
            Systems byStageTwo = rank(toRank, ranked.recommender(), Integer.MAX_VALUE);
            tables.addAll(evaluation.exposed(
                    baselines(shown, retrieved), toRank.byStageOne(retrieved.firstSource()), byStageTwo));
            task.advance(1);
            List<NamedPredictions> predictions = evaluation.predictions(test, ranked.measured());
            tables.addAll(evaluation.pointwise(test, predictions, byStageTwo.served()));
            task.advance(1);
            if (small != null) {
                GivenItems given = GivenItems.of(small).where(holdout.preference()::mayMeasure);
                FixedCandidates lists = FixedCandidates.of(given, columns, run.workers());
                tables.addAll(evaluation.dense(
                        small,
                        baselines(given, retrieved),
                        lists.byStageOne(retrieved.firstSource()),
                        rank(lists, ranked.recommender(), config.evaluation().depth())));
                task.advance(1);
            }
            tables.add(evaluation.summary(retrieved, ranked.systems(), predictions));
        }
        counts.add("users", retrieved.candidates().size());
        return tables;
    }

    private List<NamedLists> baselines(GivenItems given, RetrievalResult retrieved) {
        ItemScorer fallback = retrieved.beforeTest().retriever().fallback().scorer();
        int depth = config.evaluation().depth();
        return retrieved.otherOrders().stream()
                .map(order -> given.by(order.name(), order.scorer(), fallback, depth, run.workers()))
                .toList();
    }

    /** Lists whose items are given, asked for at the cut as candidates are; the order that is meant for them is the last. */
    private Systems rank(FixedCandidates given, Recommender recommender, int depth) {
        List<List<RankedList>> ranked =
                recommender.rankGiven(given.lists(), depth, "rank given lists", run.workers(), run.progress());
        return Systems.of(recommender.reranker().systems(), ranked).ofGivenLists();
    }

    private void report(RunReport report, Dataset dataset, Ready ready, List<ResultTable> tables) {
        RetrievalResult retrieved = ready.retrieved();
        Ranked ranked = ready.ranked();
        Reranker stageTwo = ranked.stageTwo();
        report.lists(
                dataset,
                retrieved.candidates().stream().map(CandidateList::byStageOne).toList(),
                ranked.systems().served().lists());
        report.model(ranked.recommender());
        List<ResultTable> all = new ArrayList<>(ready.learnedFrom());
        all.addAll(RetrievalRecords.of(retrieved));
        all.addAll(TrainingTables.rankers(stageTwo.members(), stageTwo.blend()));
        all.addAll(tables);
        report.tables(all);
    }
}
