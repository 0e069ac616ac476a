package dev.linger.pipeline;

import dev.linger.data.Dataset;
import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.data.Seed;
import dev.linger.data.WatchMatrix;
import dev.linger.data.Workers;
import dev.linger.data.kuairec.KuaiRecReader;
import dev.linger.data.kuairec.LoadedData;
import dev.linger.data.split.TimeSplit;
import dev.linger.features.FeatureReplay;
import dev.linger.features.FeatureRows;
import dev.linger.pipeline.cli.RunRequest;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.config.ResolvedConfig;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.report.tables.NamedLists;
import dev.linger.pipeline.report.tables.NamedPredictions;
import dev.linger.pipeline.run.RunFolder;
import dev.linger.pipeline.run.RunLog;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.training.RankerTrainer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One run in eight stages, each one method and one line of the run's log: load, split, retrieve, featurize, train, rank,
 * evaluate, report.
 */
public final class Experiment {
    private final LingerConfig config;
    private final RunContext run;

    private Experiment(LingerConfig config, RunContext run) {
        this.config = config;
        this.run = run;
    }

    /** Carries out a run; its results are in a new folder below {@link RunRequest#out}, which is returned. */
    public static Path run(RunRequest request) {
        Instant started = Instant.now();
        ResolvedConfig<LingerConfig> resolved = LingerConfig.resolve(request.config(), request.settings());
        LingerConfig config = resolved.value();
        RunFolder folder = RunFolder.create(request.out(), started, resolved.name());
        Consumer<String> console = request.quiet() ? line -> {} : System.out::println;
        try (Workers workers = new Workers(request.threads());
                RunLog log = new RunLog(folder, console)) {
            RunContext run = new RunContext(new Seed(config.seed()), workers, request.progress());
            new Experiment(config, run).run(request, resolved, new RunReport(folder, log, started, request.brief()));
        }
        return folder.path();
    }

    private void run(RunRequest request, ResolvedConfig<LingerConfig> resolved, RunReport report) {
        RunLog log = report.log();
        Path data = request.data().get();
        LoadedData loaded = log.stage("load", counts -> load(data, counts));
        report.tables(RecordTables.data(loaded.report()));
        Dataset dataset = loaded.dataset();
        Holdout holdout = log.stage("split", counts -> split(dataset, counts));
        Retrieved retrieved = log.stage("retrieve", counts -> retrieve(dataset, holdout, counts));
        Featurized rows = log.stage("featurize", counts -> featurize(dataset, holdout, retrieved, counts));
        StageTwo stageTwo = log.stage("train", counts -> train(dataset, holdout, retrieved, rows, counts));
        Ranked ranked = log.stage("rank", counts -> rank(dataset, holdout, retrieved, rows.test(), stageTwo, counts));
        List<ResultTable> tables =
                log.stage("evaluate", counts -> evaluate(dataset, holdout, retrieved, rows, ranked, counts));
        log.stage("report", counts -> {
            report(report, dataset, retrieved, rows, ranked, tables);
            Evaluation evaluation = new Evaluation(config, dataset, holdout, run);
            report.comparable(resolved.name(), evaluation, retrieved, ranked.lists(), dataset.users());
            return counts.add("tables", tables.size());
        });
        report.finish(request, resolved, data, loaded.report());
    }

    private LoadedData load(Path data, RunLog.Counts counts) {
        LoadedData loaded = KuaiRecReader.read(data, config.data(), run.progress());
        Dataset dataset = loaded.dataset();
        counts.add("plays", dataset.log().size())
                .add("users", dataset.userCount())
                .add("videos", dataset.itemCount());
        return loaded;
    }

    private Holdout split(Dataset dataset, RunLog.Counts counts) {
        TimeSplit split = TimeSplit.of(dataset.log(), config.split());
        counts.add("history", split.history().size())
                .add("to fit", split.fitWindow().size())
                .add("to validate", split.validation().size())
                .add("to test", split.test().size());
        return Holdout.of(split, config.evaluation());
    }

    private Retrieved retrieve(Dataset dataset, Holdout holdout, RunLog.Counts counts) {
        Retrieved retrieved = Retrieved.of(dataset, holdout, config.candidates(), run);
        counts.add("users", retrieved.candidates().size())
                .add("sources", retrieved.sources().size());
        return retrieved;
    }

    /**
     * @param fit what the ranker learns from
     * @param validation what its choices are made by
     * @param test the plays after the cut, yet without features
     */
    record Featurized(TrainingSet fit, TrainingSet validation, LoggedPlays test) {}

    private Featurized featurize(Dataset dataset, Holdout holdout, Retrieved retrieved, RunLog.Counts counts) {
        TimeSplit split = holdout.split();
        int users = dataset.userCount();
        LoggedPlays fit =
                LoggedPlays.of(split.fitWindow(), users, retrieved.onHistory().retrieval(), run);
        LoggedPlays validation = LoggedPlays.of(
                split.validation(), users, retrieved.beforeValidation().retrieval(), run);
        LoggedPlays test =
                LoggedPlays.of(split.test(), users, retrieved.beforeCut().retrieval(), run);
        FeatureReplay replay = replay(dataset);
        FeatureRows fitRows = replay.fill(fit.requests(), run.workers(), run.progress());
        FeatureRows validationRows = replay.fill(validation.requests(), run.workers(), run.progress());
        counts.add("rows", (long) fit.size() + validation.size())
                .add("columns", replay.columns().size());
        return new Featurized(
                fit.trainingSet(fitRows, config.data().ratioCap()),
                validation.trainingSet(validationRows, config.data().ratioCap()),
                test);
    }

    private StageTwo train(
            Dataset dataset, Holdout holdout, Retrieved retrieved, Featurized rows, RunLog.Counts counts) {
        TimeSplit split = holdout.split();
        BlendSearch search = new BlendSearch(
                listRanking(dataset, split.validationDay(), split.validation().timestampMillis(0)),
                retrieved.beforeValidation(),
                holdout.validation(),
                config.candidates().limit(),
                run);
        RankerTrainer trainer = new RankerTrainer(
                run.seed().derive("ranker"), run.workers().threads(), run.progress(), search::quality);
        StageTwo stageTwo = StageTwo.of(trainer.train(config.ranker(), rows.fit(), rows.validation()));
        counts.add("rows", rows.fit().size());
        return stageTwo;
    }

    /**
     * @param lists the candidates as each ranker of stage two orders them
     * @param rankers stage two, then the constants it is measured against
     * @param predictions of the test plays, {@code [ranker][play]}
     */
    record Ranked(List<NamedLists> lists, StageTwo stageTwo, List<Ranker> rankers, double[][] predictions) {}

    private Ranked rank(
            Dataset dataset,
            Holdout holdout,
            Retrieved retrieved,
            LoggedPlays test,
            StageTwo stageTwo,
            RunLog.Counts counts) {
        TimeSplit split = holdout.split();
        List<ItemsToRank> candidates =
                retrieved.candidates().stream().map(ItemsToRank::of).toList();
        List<NamedLists> lists = stageTwo.named(
                listRanking(dataset, split.cutDay(), split.cutMillis()).rank(candidates, "rank", stageTwo::score));
        List<Ranker> rankers = new ArrayList<>(List.of(stageTwo.pure()));
        rankers.addAll(Constants.fit(split.training(), config.data().ratioCap()));
        double[][] predictions = PlayPredictions.of(test.requests(), replay(dataset), rankers, run);
        counts.add("lists", candidates.size()).add("plays", test.size());
        return new Ranked(lists, stageTwo, rankers, predictions);
    }

    private List<ResultTable> evaluate(
            Dataset dataset,
            Holdout holdout,
            Retrieved retrieved,
            Featurized rows,
            Ranked ranked,
            RunLog.Counts counts) {
        Evaluation evaluation = new Evaluation(config, dataset, holdout, run);
        ExposedPlays exposed = ExposedPlays.of(rows.test().requests(), dataset.userCount());
        WatchMatrix small = dataset.smallMatrix();
        List<ResultTable> tables = new ArrayList<>();
        try (Progress.Task task = run.progress().start("measure", "protocols", small == null ? 3 : 4)) {
            tables.addAll(evaluation.endToEnd(retrieved, ranked.lists()));
            task.advance(1);
            List<NamedPredictions> predictions =
                    evaluation.predictions(rows.test(), ranked.rankers(), ranked.predictions());
            tables.addAll(evaluation.pointwise(rows.test(), predictions));
            task.advance(1);
            tables.addAll(evaluation.exposed(
                    exposed.given().by(retrieved.baselines(), run.workers()),
                    exposed.given().byStageOne(),
                    exposed.by(ranked.stageTwo(), ranked.predictions()[0])));
            task.advance(1);
            if (small != null) {
                tables.addAll(dense(small, dataset, holdout, retrieved, ranked.stageTwo(), evaluation));
                task.advance(1);
            }
            tables.add(evaluation.summary(retrieved, ranked.lists(), predictions));
        }
        counts.add("users", holdout.users().length);
        return tables;
    }

    private List<ResultTable> dense(
            WatchMatrix small,
            Dataset dataset,
            Holdout holdout,
            Retrieved retrieved,
            StageTwo stageTwo,
            Evaluation evaluation) {
        GivenLists given = GivenLists.of(small, retrieved.beforeCut().retrieval(), run.workers());
        List<List<RankedList>> reranked = listRanking(
                        dataset, holdout.split().cutDay(), holdout.split().cutMillis())
                .rank(given.lists(), "rank the small matrix", stageTwo::score);
        return evaluation.dense(
                small, given.by(retrieved.baselines(), run.workers()), given.byStageOne(), stageTwo.named(reranked));
    }

    private static void report(
            RunReport report,
            Dataset dataset,
            Retrieved retrieved,
            Featurized rows,
            Ranked ranked,
            List<ResultTable> tables) {
        StageTwo stageTwo = ranked.stageTwo();
        List<NamedLists> lists = ranked.lists();
        report.lists(
                dataset, retrieved.candidates(), lists.get(lists.size() - 1).lists());
        report.models(dataset, retrieved.beforeCut().als(), stageTwo.pure());
        List<ResultTable> all = new ArrayList<>(List.of(
                RecordTables.features(rows.fit().rows().columns()),
                RecordTables.alsSearch(retrieved.search()),
                RecordTables.alsLoss(retrieved.beforeCut().als().lossTrace())));
        all.addAll(RecordTables.training(stageTwo));
        all.addAll(tables);
        report.tables(all);
    }

    private FeatureReplay replay(Dataset dataset) {
        return FeatureReplay.of(dataset, config.features(), config.data().ratioCap());
    }

    private ListRanking listRanking(Dataset dataset, int asOfDay, long requestMillis) {
        return new ListRanking(dataset, config.features(), config.data().ratioCap(), asOfDay, requestMillis, run);
    }
}
