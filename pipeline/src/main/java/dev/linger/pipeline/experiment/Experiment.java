package dev.linger.pipeline.experiment;

import dev.linger.candidates.ItemScorer;
import dev.linger.data.Dataset;
import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.data.WatchMatrix;
import dev.linger.data.source.LoadedData;
import dev.linger.data.split.TimeSplit;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.features.replay.ReplayInputs;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.config.ResolvedConfig;
import dev.linger.pipeline.evaluation.Systems;
import dev.linger.pipeline.evaluation.pointwise.NamedPredictions;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.report.tables.DataTables;
import dev.linger.pipeline.report.tables.TrainingTables;
import dev.linger.pipeline.reranking.Constants;
import dev.linger.pipeline.reranking.FixedCandidates;
import dev.linger.pipeline.reranking.ImpressionLists;
import dev.linger.pipeline.reranking.PlayPredictions;
import dev.linger.pipeline.reranking.ReplayFactory;
import dev.linger.pipeline.reranking.ScoredPlays;
import dev.linger.pipeline.retrieval.RetrievalResult;
import dev.linger.pipeline.retrieval.RetrieverTrainer;
import dev.linger.pipeline.run.Machine;
import dev.linger.pipeline.run.RunContext;
import dev.linger.pipeline.run.RunEstimate;
import dev.linger.pipeline.run.RunLog;
import dev.linger.pipeline.run.RunRequest;
import dev.linger.pipeline.training.BlendSearch;
import dev.linger.pipeline.training.FeatureSkew;
import dev.linger.pipeline.training.ObservedExamples;
import dev.linger.pipeline.training.TrainingSetBuilder;
import dev.linger.ranker.BlendQuality;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.blend.Reranker;
import dev.linger.recommender.Recommender;
import dev.linger.recommender.retrieval.CandidateList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One run in eight stages, each one method and one line of the run's log: load, split, retrieve, featurize, train, rank,
 * evaluate, report.
 */
public final class Experiment {
    private final LingerConfig config;
    private final RunContext run;
    private final IdentityHashMap<Dataset, ReplayInputs> inputs = new IdentityHashMap<>();

    public Experiment(LingerConfig config, RunContext run) {
        this.config = config;
        this.run = run;
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
        Holdout holdout = log.stage("split", counts -> split(dataset, counts));
        Ready ready = learnAndRank(dataset, holdout, log);
        List<ResultTable> tables = log.stage("evaluate", counts -> evaluate(dataset, holdout, ready, counts));
        log.stage("report", counts -> {
            report(report, dataset, ready, tables);
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
        RetrievalResult retrieved = log.stage("retrieve", counts -> retrieve(dataset, holdout, counts));
        log.say("fallback   " + retrieved.fallback().line());
        Featurized rows = log.stage("featurize", counts -> featurize(dataset, holdout, retrieved, counts));
        Reranker stageTwo = log.stage("train", counts -> train(dataset, holdout, retrieved, rows, counts));
        return log.stage("rank", counts -> {
            Ranked ranked = rank(dataset, holdout, retrieved, rows.test(), stageTwo, counts);
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

    public Holdout split(Dataset dataset, RunLog.Counts counts) {
        TimeSplit split = TimeSplit.of(dataset.log(), config.split());
        counts.add("history", split.history().size())
                .add("to fit", split.fitWindow().size())
                .add("to validate", split.validation().size())
                .add("to test", split.test().size());
        RetrieverTrainer trainer = new RetrieverTrainer(dataset, config.candidates(), config.watch(), run);
        return Holdout.of(split, config.evaluation().relevance(), config.watch().skippedBelow())
                .within(trainer::eligibility);
    }

    public RetrievalResult retrieve(Dataset dataset, Holdout holdout, RunLog.Counts counts) {
        RetrievalResult retrieved =
                RetrievalResult.of(new RetrieverTrainer(dataset, config.candidates(), config.watch(), run), holdout);
        counts.add("users", retrieved.candidates().size())
                .add("sources", config.candidates().sources().size());
        return retrieved;
    }

    /**
     * What there is to learn from and to predict.
     *
     * @param trainingSets what the ranker learns from
     * @param offered how many rows there were to learn from
     * @param test the plays after the cut, yet without features
     */
    public record Featurized(
            TrainingSets trainingSets,
            Map<TrainingSetKind, TrainingSetBuilder.Offered> offered,
            ObservedExamples test) {
        public List<FeatureColumn> columns() {
            return trainingSets.of(TrainingSetKind.PLAYS).all().rows().columns();
        }

        /** How large each training set is, in the order of the kinds. */
        List<TrainingTables.SetSize> sizes() {
            List<TrainingTables.SetSize> sizes = new ArrayList<>();
            for (TrainingSetKind kind : TrainingSetKind.values()) {
                TrainingSetBuilder.Offered there = offered.get(kind);
                if (there != null) {
                    TrainingSets.Rows used = trainingSets.of(kind);
                    int toValidate = used.all().size() - used.fitRows();
                    sizes.add(new TrainingTables.SetSize(
                            kind.label(), there.fit(), used.fitRows(), there.validation(), toValidate));
                }
            }
            return sizes;
        }
    }

    public Featurized featurize(Dataset dataset, Holdout holdout, RetrievalResult retrieved, RunLog.Counts counts) {
        TrainingSetBuilder rows = new TrainingSetBuilder(
                replays(dataset, holdout),
                holdout,
                retrieved,
                config.training(),
                config.candidates().limit(),
                run);
        TrainingSetBuilder.Made made = rows.of(config.ranker());
        ObservedExamples test = ObservedExamples.of(
                holdout.split().test(),
                dataset.userCount(),
                retrieved.beforeTest().columns(),
                run);
        TrainingSets trainingSets = run.interventions()
                .trainingSets()
                .learned(made.trainingSets(), () -> rows.labelled(test, retrieved.beforeTest()));
        Featurized featurized = new Featurized(trainingSets, made.offered(), test);
        for (TrainingSetKind kind : TrainingSetKind.values()) {
            TrainingSetBuilder.Offered there = made.offered().get(kind);
            if (there != null) {
                int learned = trainingSets.of(kind).all().size();
                counts.add("rows of " + kind.label(), learned);
                if (there.total() > learned) {
                    counts.add("rows of " + kind.label() + " left out", there.total() - learned);
                }
            }
        }
        counts.add("columns", featurized.columns().size());
        return featurized;
    }

    public Reranker train(
            Dataset dataset, Holdout holdout, RetrievalResult retrieved, Featurized rows, RunLog.Counts counts) {
        BlendQuality quality = parts -> new BlendSearch(
                        replays(dataset, holdout).scoring(retrieved.beforeValidation(), run),
                        retrieved.validationCandidates(),
                        holdout.validation(),
                        run)
                .of(parts);
        TrainingContext context =
                new TrainingContext(run.seed().derive("ranker"), run.workers().threads(), run.progress(), quality);
        TrainingSets sets = rows.trainingSets().only(config.ranker().trainingSets());
        Reranker stageTwo = Reranker.of(config.ranker().train(context, sets).refitted());
        counts.add("rankers", stageTwo.members().size());
        return stageTwo;
    }

    /**
     * What the recommender made of the candidates, and its rankers of the test plays.
     *
     * @param recommender the fitted whole
     * @param systems the candidates as each of its systems orders them
     * @param rankers the members of its reranker, then the constants the first one's predictions are measured against
     * @param predictions of the test plays, {@code [ranker][play]}
     * @param sample feature rows of some of the candidates
     */
    public record Ranked(
            Recommender recommender,
            Systems systems,
            List<Ranker> rankers,
            double[][] predictions,
            FeatureRows sample) {
        /** What orders the candidates. */
        public Reranker stageTwo() {
            return recommender.reranker();
        }

        /** The predictions that are measured play by play: those of the first member, and of the constants. */
        public List<ScoredPlays> measured() {
            int members = stageTwo().members().size();
            return IntStream.range(0, rankers.size())
                    .filter(ranker -> ranker == 0 || ranker >= members)
                    .mapToObj(ranker -> new ScoredPlays(rankers.get(ranker), predictions[ranker]))
                    .toList();
        }
    }

    /** Predicts the test plays, then puts the recommender together and ranks the candidates with it. */
    public Ranked rank(
            Dataset dataset,
            Holdout holdout,
            RetrievalResult retrieved,
            ObservedExamples test,
            Reranker stageTwo,
            RunLog.Counts counts) {
        List<Ranker> rankers = new ArrayList<>(stageTwo.rankers());
        rankers.addAll(Constants.fit(holdout.split().training(), config.watch().ratioCap()));
        double[][] predictions = PlayPredictions.of(
                test.requests(), replays(dataset, holdout).begin(retrieved.beforeTest()), rankers, run);
        Recommender recommender = RecommenderAssembly.of(
                config, dataset, retrieved, replays(dataset, holdout).stateAt(retrieved.beforeTest(), run), stageTwo);
        counts.add("lists", retrieved.candidates().size()).add("plays", test.size());
        return new Ranked(
                recommender,
                Systems.of(stageTwo.systems(), recommender.rank(retrieved.candidates(), run.workers(), run.progress())),
                rankers,
                predictions,
                recommender.rows(FeatureSkew.sample(retrieved.candidates())));
    }

    /** What stage two made of what was retrieved. */
    public record Reranked(Featurized rows, Ranked ranked) {}

    /** The stages featurize, train and rank in one. */
    public Reranked rerank(Dataset dataset, Holdout holdout, RetrievalResult retrieved, RunLog.Counts counts) {
        Featurized rows = featurize(dataset, holdout, retrieved, counts);
        Reranker stageTwo = train(dataset, holdout, retrieved, rows, counts);
        return new Reranked(rows, rank(dataset, holdout, retrieved, rows.test(), stageTwo, counts));
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
            List<NamedPredictions> predictions = evaluation.predictions(test, ranked.measured());
            tables.addAll(evaluation.pointwise(test, predictions));
            task.advance(1);
            tables.addAll(exposed(test, dataset, retrieved, ranked, evaluation));
            task.advance(1);
            if (small != null) {
                tables.addAll(dense(small, retrieved, ranked.recommender(), evaluation));
                task.advance(1);
            }
            tables.add(evaluation.summary(retrieved, ranked.systems(), predictions));
        }
        counts.add("users", retrieved.candidates().size());
        return tables;
    }

    private List<ResultTable> exposed(
            ObservedExamples test, Dataset dataset, RetrievalResult retrieved, Ranked ranked, Evaluation evaluation) {
        ItemScorer fallback = retrieved.beforeTest().retriever().fallback().scorer();
        ImpressionLists exposed = ImpressionLists.of(test.requests(), dataset.userCount());
        int depth = config.evaluation().depth();
        return evaluation.exposed(
                exposed.given().by(retrieved.otherOrders(), fallback, depth, run.workers()),
                exposed.given().byStageOne(retrieved.firstSource()),
                exposed.by(ranked.stageTwo(), ranked.predictions(), depth));
    }

    private List<ResultTable> dense(
            WatchMatrix small, RetrievalResult retrieved, Recommender recommender, Evaluation evaluation) {
        int depth = config.evaluation().depth();
        ItemScorer fallback = retrieved.beforeTest().retriever().fallback().scorer();
        FixedCandidates given = FixedCandidates.of(small, retrieved.beforeTest().columns(), run.workers());
        List<List<RankedList>> reranked =
                recommender.rankGiven(given.lists(), depth, "rank the small matrix", run.workers(), run.progress());
        return evaluation.dense(
                small,
                given.by(retrieved.otherOrders(), fallback, depth, run.workers()),
                given.byStageOne(retrieved.firstSource()),
                Systems.of(recommender.reranker().systems(), reranked));
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

    /**
     * Where replays begin. The history of a data set follows from the configuration, so what replays of it share is made
     * once for all stages.
     */
    public ReplayFactory replays(Dataset dataset, Holdout holdout) {
        ReplayInputs shared = inputs.computeIfAbsent(
                dataset,
                given -> new ReplayInputs(
                        run.interventions().replayed().apply(given),
                        holdout.split().history()));
        return new ReplayFactory(shared, config.features(), config.watch());
    }
}
