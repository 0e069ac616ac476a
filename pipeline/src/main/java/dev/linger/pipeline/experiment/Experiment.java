package dev.linger.pipeline.experiment;

import dev.linger.candidates.ItemScorer;
import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.WatchMatrix;
import dev.linger.data.source.LoadedData;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.config.ResolvedConfig;
import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.pipeline.evaluation.Systems;
import dev.linger.pipeline.evaluation.pointwise.NamedPredictions;
import dev.linger.pipeline.page.RunPage;
import dev.linger.pipeline.protocol.GivenItems;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.protocol.Purpose;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.report.tables.DataTables;
import dev.linger.pipeline.report.tables.ListTables;
import dev.linger.pipeline.report.tables.SummaryTable;
import dev.linger.pipeline.report.tables.TrainingTables;
import dev.linger.pipeline.report.tables.UploadsTable;
import dev.linger.pipeline.reranking.RankableLists;
import dev.linger.pipeline.retrieval.RetrievalResult;
import dev.linger.pipeline.run.BuildInfo;
import dev.linger.pipeline.run.Machine;
import dev.linger.pipeline.run.RunContext;
import dev.linger.pipeline.run.RunLog;
import dev.linger.pipeline.run.RunRequest;
import dev.linger.pipeline.run.RunSummary;
import dev.linger.pipeline.training.Featurized;
import dev.linger.pipeline.training.LearnedColumns;
import dev.linger.pipeline.training.ObservedExamples;
import dev.linger.ranker.ColumnImportance;
import dev.linger.ranker.blend.Reranker;
import dev.linger.recommender.creators.UploadExamples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One run in eight stages, each one method and one line of the run's log: load, split, retrieve, featurize, train, rank,
 * evaluate, report.
 */
public final class Experiment {
    private static final int STRONGEST = 5;

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
        try (Session session = Session.open(request, resolved, data, resolved.name(), 1)) {
            RunLog log = session.log();
            log.show("Linger " + BuildInfo.current().version() + ", configuration " + resolved.name() + ", seed "
                    + config.seed());
            Machine.current().fasterKernels().ifPresent(log::show);
            LoadedData loaded = session.load();
            new Experiment(config, session.runOn(loaded)).run(session, loaded);
            log.say(session.estimate().against(log.stages()));
            log.show(session.estimate().took(log.stages()));
            log.show("To look at: " + session.folder().resolve(RunReport.PAGE));
            return session.folder();
        }
    }

    private void run(Session session, LoadedData loaded) {
        RunLog log = session.log();
        RunReport report = session.report();
        List<ResultTable> all = new ArrayList<>(DataTables.of(loaded.report()));
        report.tables(all);
        DataTables.screen(loaded.report()).forEach(log::show);
        Dataset dataset = loaded.dataset();
        Holdout holdout = session.begin(() -> log.stage("split", counts -> stages.split(dataset, counts)));
        Ready ready = learnAndRank(dataset, holdout, log);
        Evaluated evaluated = log.stage("evaluate", run.cache(), counts -> evaluate(dataset, holdout, ready, counts));
        Systems systems = ready.ranked().systems();
        RunSummary summary = evaluated
                .evaluation()
                .runSummary(
                        session.resolved().name(),
                        systems.served().name(),
                        systems.ofGivenLists().served().name());
        log.stage("report", run.cache(), counts -> {
            all.addAll(report(report, dataset, ready, noting(log.notices(), evaluated.tables())));
            report.comparable(summary, evaluated.evaluation(), evaluated.endToEnd(), dataset);
            return counts.add("tables", evaluated.tables().size());
        });
        report.metrics(all);
        report.page(RunPage.of(summary, all, log.stages()));
        session.record(loaded);
        evaluated.screen().forEach(log::show);
        strongestColumns(ready.ranked().stageTwo()).ifPresent(log::show);
        log.say("Everything is in " + session.folder()
                + ": report.html, tables, lists, model, per-user values, config.json, manifest.json, run.log");
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
     * @param retrieved without what only learning and ranking need
     * @param test the plays after the cut
     * @param ranked what was made of the candidates
     * @param learned columns of the rows that were learned from
     * @param learnedFrom tables of these rows, beside those of the candidates
     */
    private record Ready(
            RetrievalResult retrieved,
            ObservedExamples test,
            Ranked ranked,
            LearnedColumns learned,
            List<ResultTable> learnedFrom) {}

    /** Four stages in a method of their own: what they learn from is a third of the memory, and is let go at its end. */
    private Ready learnAndRank(Dataset dataset, Holdout holdout, RunLog log) {
        RetrievalResult retrieved =
                log.stage("retrieve", run.cache(), counts -> stages.retrieve(dataset, holdout, counts));
        log.say("fallback   " + retrieved.choices().fallback().line());
        if (holdout.purpose() == Purpose.PREFERENCE) {
            log.say("preference is chosen by " + holdout.preference().inWords());
        }
        Featurized rows = log.stage("featurize", run.cache(), counts -> {
            Featurized featurized = stages.featurize(dataset, holdout, retrieved, counts);
            retrieved.letFitGo();
            return featurized;
        });
        Reranker stageTwo =
                log.stage("train", run.cache(), counts -> stages.train(dataset, holdout, retrieved, rows, counts));
        return log.stage("rank", run.cache(), counts -> {
            // Before the recommender is put together: its features and a replay of the rows would be in memory at once.
            LearnedColumns learned = stages.learned(retrieved, rows);
            rows.letTrainingSetsGo();
            retrieved.letLearningGo();
            Ranked ranked = stages.rank(dataset, holdout, retrieved, rows, stageTwo, counts);
            return new Ready(
                    retrieved.afterRanking(),
                    rows.test(),
                    ranked,
                    learned,
                    List.of(
                            TrainingTables.trainingSets(rows.sizes()),
                            TrainingTables.features(rows.columns()),
                            stages.skew(retrieved, rows, learned, ranked).table()));
        });
    }

    /**
     * What was measured.
     *
     * @param endToEnd by each relevance rule
     * @param screen the results in one screen
     */
    private record Evaluated(
            Evaluation evaluation, List<ListTables> endToEnd, List<ResultTable> tables, List<String> screen) {}

    /** The columns that the first ranker which can tell gained most by. */
    private static Optional<String> strongestColumns(Reranker stageTwo) {
        return stageTwo.members().stream()
                .filter(member -> !member.ranker().importances().isEmpty())
                .reduce((first, last) -> last)
                .map(member -> "Strongest columns of " + member.name() + ": "
                        + member.ranker().importances().stream()
                                .limit(STRONGEST)
                                .map(ColumnImportance::column)
                                .collect(Collectors.joining(", ")));
    }

    private Evaluated evaluate(Dataset dataset, Holdout holdout, Ready ready, RunLog.Counts counts) {
        RetrievalResult retrieved = ready.retrieved();
        Ranked ranked = ready.ranked();
        Evaluation evaluation = new Evaluation(config, dataset, holdout, run);
        WatchMatrix small = dataset.smallMatrix();
        List<ResultTable> tables = new ArrayList<>();
        List<ListTables> endToEnd;
        List<String> screen;
        try (Progress.Task task = run.progress().start("measure", "protocols", small == null ? 3 : 4)) {
            endToEnd = evaluation.endToEnd(retrieved, ranked.systems());
            tables.addAll(evaluation.tables(retrieved, endToEnd, ranked.systems()));
            task.advance(1);
            Exposed exposed = exposed(evaluation, holdout, retrieved, ranked);
            tables.addAll(evaluation.tables(exposed.tables()));
            task.advance(1);
            PointwiseEvaluation pointwise = evaluation.pointwise(ready.test());
            List<NamedPredictions> predictions = pointwise.predictions(ranked.measured());
            tables.addAll(pointwise.tables(predictions, exposed.served()));
            int[] playsOfUser = evaluation.playsOfUser();
            pointwise
                    .errors(ranked.measured().get(0), user -> playsOfUser[user])
                    .ifPresent(tables::add);
            task.advance(1);
            if (small != null) {
                tables.addAll(evaluation.tables(dense(evaluation, small, holdout, retrieved, ranked)));
                task.advance(1);
            }
            tables.add(evaluation.summary(endToEnd, predictions));
            screen = evaluation.screen(retrieved, endToEnd, exposed.tables(), predictions);
        }
        counts.add("users", retrieved.candidates().size());
        config.uploadDays().ifPresent(within -> tables.add(uploads(dataset, holdout, within)));
        return new Evaluated(evaluation, endToEnd, tables, screen);
    }

    private static ResultTable uploads(Dataset dataset, Holdout holdout, int within) {
        InteractionLog log = dataset.log();
        int cut = holdout.beforeTest().asOfDay(dataset);
        return UploadsTable.of(
                UploadExamples.of(holdout.split().training(), dataset.itemTable(), Integer.MIN_VALUE, cut, within),
                UploadExamples.of(log, dataset.itemTable(), cut, log.day(log.size() - 1) + 1, within),
                within);
    }

    /** What was made of shown videos: its tables, and the order that is meant for them. */
    private record Exposed(List<ListTables> tables, NamedLists served) {}

    /** In a method of its own, as {@link #dense} is: the rows of the lists that are ranked are let go at its end. */
    private Exposed exposed(Evaluation evaluation, Holdout holdout, RetrievalResult retrieved, Ranked ranked) {
        GivenItems shown = GivenItems.shownIn(holdout.split().test());
        RankableLists toRank = stages.given("shown", retrieved, shown);
        Systems byStageTwo = stages.rankGiven("shown", retrieved, toRank, ranked.recommender(), Integer.MAX_VALUE);
        List<ListTables> tables = evaluation.exposed(
                retrieved.key(),
                () -> baselines(shown, retrieved),
                () -> toRank.byStageOne(retrieved.firstSource()),
                byStageTwo);
        return new Exposed(tables, byStageTwo.served());
    }

    private List<ListTables> dense(
            Evaluation evaluation, WatchMatrix small, Holdout holdout, RetrievalResult retrieved, Ranked ranked) {
        GivenItems given = GivenItems.of(small).where(holdout.preference()::mayMeasure);
        RankableLists lists = stages.given("dense", retrieved, given);
        return evaluation.dense(
                small,
                retrieved.key(),
                () -> baselines(given, retrieved),
                () -> lists.byStageOne(retrieved.firstSource()),
                stages.rankGiven(
                        "dense",
                        retrieved,
                        lists,
                        ranked.recommender(),
                        config.evaluation().depth()));
    }

    private List<NamedLists> baselines(GivenItems given, RetrievalResult retrieved) {
        ItemScorer fallback = retrieved.beforeTest().retriever().fallback().scorer();
        int depth = config.evaluation().depth();
        return retrieved.otherOrders().stream()
                .map(order -> given.by(order.name(), order.scorer(), fallback, depth, run.workers()))
                .toList();
    }

    private List<ResultTable> report(RunReport report, Dataset dataset, Ready ready, List<ResultTable> tables) {
        RetrievalResult retrieved = ready.retrieved();
        Ranked ranked = ready.ranked();
        Reranker stageTwo = ranked.stageTwo();
        report.lists(dataset, retrieved.candidates(), ranked.systems().served().lists(), run.workers());
        report.model(ranked.recommender().with(ready.learned().likeRequests()));
        List<ResultTable> all = new ArrayList<>(ready.learnedFrom());
        all.addAll(RetrievalRecords.of(retrieved));
        all.add(RetrievalRecords.funnel(retrieved, ranked.recommender(), run.workers()));
        all.addAll(TrainingTables.rankers(stageTwo.members(), stageTwo.blend()));
        all.addAll(tables);
        report.tables(all);
        return all;
    }
}
