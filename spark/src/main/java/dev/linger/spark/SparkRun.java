package dev.linger.spark;

import dev.linger.candidates.als.AlsModel;
import dev.linger.data.Dataset;
import dev.linger.data.InputException;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.data.source.LoadedData;
import dev.linger.data.split.TimeSplit;
import dev.linger.pipeline.cache.CacheFolder;
import dev.linger.pipeline.cache.Lazy;
import dev.linger.pipeline.cache.StepCache;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.config.ResolvedConfig;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.experiment.Evaluation;
import dev.linger.pipeline.experiment.Loading;
import dev.linger.pipeline.experiment.RunReport;
import dev.linger.pipeline.experiment.Stages;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.report.ConsoleReport;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.report.tables.DataTables;
import dev.linger.pipeline.report.tables.ListTables;
import dev.linger.pipeline.report.tables.RetrievalTables;
import dev.linger.pipeline.run.BuildInfo;
import dev.linger.pipeline.run.RunContext;
import dev.linger.pipeline.run.RunFolder;
import dev.linger.pipeline.run.RunLog;
import dev.linger.pipeline.run.RunRequest;
import dev.linger.ranker.baseline.StageOneRanker;
import dev.linger.recommender.retrieval.FittedSource;
import dev.linger.spark.als.MllibAls;
import dev.linger.spark.lists.CandidateOrder;
import dev.linger.spark.lists.MeasuredBlock;
import dev.linger.spark.lists.SparkTables;
import dev.linger.spark.plan.SparkPlan;
import dev.linger.spark.plays.Cut;
import dev.linger.spark.plays.Spread;
import dev.linger.spark.read.ClusterLog;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * One run on a cluster, each stage one line of its log: load, spread, split, fit, retrieve, evaluate, report. The tables are
 * those that a run on one machine has of the same systems.
 */
public final class SparkRun {
    /** Several blocks a core, so that none waits long for the last. */
    private static final int BLOCKS_A_CORE = 3;

    private SparkRun() {}

    /**
     * Carries out a run; its results are in a new folder below {@link RunRequest#out}, which is returned.
     *
     * @throws InputException where the configuration asks for what {@link SparkPlan} refuses
     */
    public static Path run(RunRequest request, JavaSparkContext spark) {
        ResolvedConfig<LingerConfig> resolved = LingerConfig.resolve(request.config(), request.settings());
        SparkPlan plan = SparkPlan.of(resolved.value());
        if (MllibAls.isAsked(spark)) {
            MllibAls.requirePossible(plan.als());
        }
        resolved.value().ranker().requireTrainable();
        Path data = request.data().get();
        Instant started = Instant.now();
        RunFolder folder = RunFolder.create(request.out(), started, resolved.name());
        Consumer<String> console = request.quiet() ? line -> {} : System.out::println;
        try (Workers workers = new Workers(request.threads());
                RunLog log = new RunLog(folder, console, request.oneScreen())) {
            RunReport report = new RunReport(folder, log, started);
            RunContext run = new RunContext(new Seed(resolved.value().seed()), workers, request.progress());
            run(request, resolved, data, spark, run, report);
            return folder.path();
        } catch (InputException mistake) {
            folder.discard();
            throw mistake;
        } finally {
            request.cache().ifPresent(kept -> CacheFolder.prune(kept, CacheFolder.MOST_BYTES));
            folder.close();
        }
    }

    private static void run(
            RunRequest request,
            ResolvedConfig<LingerConfig> resolved,
            Path data,
            JavaSparkContext spark,
            RunContext run,
            RunReport report) {
        RunLog log = report.log();
        String cluster = "Spark " + spark.version() + " at " + spark.master();
        log.say("cluster    " + cluster);
        log.show("Linger " + BuildInfo.current().version() + ", configuration " + resolved.name() + ", seed "
                + resolved.value().seed() + ", on " + cluster);
        report.folder().removed().forEach(left -> log.say("removed what a run left that was killed: " + left));
        Loading loading = new Loading(request, resolved.value(), data, log);
        int blocks = BLOCKS_A_CORE * spark.defaultParallelism();
        Optional<ClusterLog> inParts = inParts(new ClusterLog(spark, resolved.value(), data, blocks), log);
        LoadedData loaded = inParts.map(parts -> loading.load(() -> parts.load(request.progress())))
                .orElseGet(loading::load);
        List<ResultTable> all = new ArrayList<>(DataTables.of(loaded.report()));
        report.tables(all);
        DataTables.screen(loaded.report()).forEach(log::show);
        RunContext cached = run.with(loading.cache(loaded));
        SparkStages stages = new SparkStages(spark, resolved.value(), loaded.dataset(), cached);
        Spread spread = log.stage(
                "spread",
                counts -> stages.spread(inParts.map(ClusterLog::spread).orElseGet(() -> stages.sent(blocks)), counts));
        Lazy<Dataset> whole = Lazy.of(() -> {
            Dataset dataset = loaded.dataset();
            return inParts.map(parts -> dataset.with(spread.log(dataset.zone(), run.workers())))
                    .orElse(dataset);
        });
        Found found = find(resolved.value(), stages, spread, loaded.dataset().zone(), whole, cached, report);
        log.stage("report", counts -> {
            report.tables(found.tables());
            all.addAll(found.tables());
            report.metrics(all);
            found.write(resolved, whole.get(), run, report);
            return counts.add("tables", all.size());
        });
        report.records(request, resolved, data, loaded.report());
        ConsoleReport.blocks(found.tables().subList(0, 1))
                .forEach(table -> table.lines().forEach(log::show));
        log.say(
                "Everything is in " + report.folder().path()
                        + ": tables, recommendations.csv, model, per-user values, metrics.json, config.json, manifest.json, run.log");
        log.show("Everything is in " + report.folder().path());
    }

    /** The log as all machines read it; empty where the driver must, which is said. */
    private static Optional<ClusterLog> inParts(ClusterLog parts, RunLog log) {
        String hindrance = parts.hindrance();
        if (!hindrance.isEmpty()) {
            log.say("notice     the driver reads the log and sends it: " + hindrance);
        }
        return hindrance.isEmpty() ? Optional.of(parts) : Optional.empty();
    }

    /**
     * What came of the cluster.
     *
     * @param source as it was fitted to the plays before the cut
     * @param learned what was learned, where the ranker learns
     * @param lists by each relevance rule
     */
    private record Found(
            FittedSource source,
            Optional<SparkLearning.Learned> learned,
            List<ListTables> lists,
            List<ResultTable> tables) {
        /** Writes what other runs are compared with, and the model: here all plays must be on this machine. */
        void write(ResolvedConfig<LingerConfig> resolved, Dataset dataset, RunContext run, RunReport report) {
            LingerConfig config = resolved.value();
            String ranker =
                    learned.map(of -> last(of.reranker().systems())).orElseGet(() -> new StageOneRanker().name());
            List<Judgments> judgments =
                    lists.stream().map(of -> of.protocol().judgments()).toList();
            List<String> measured = judgments.stream().map(Judgments::rule).toList();
            Holdout holdout = new Holdout(
                    TimeSplit.of(dataset.log(), config.split()),
                    config.evaluation().relevance().stream()
                            .filter(rule -> measured.contains(rule.name()))
                            .toList(),
                    List.of(),
                    List.of(),
                    judgments,
                    config.purpose(),
                    dataset.smallMatrix());
            Evaluation evaluation = new Evaluation(config, dataset, holdout, run);
            report.comparable(evaluation.runSummary(resolved.name(), ranker, ranker), evaluation, lists, dataset);
            report.model(learned.map(SparkLearning.Learned::recommender).orElseGet(() -> new Stages(config, run)
                    .recommender(dataset, holdout, source, new StageOneRanker())));
        }

        private static String last(List<String> names) {
            return names.get(names.size() - 1);
        }
    }

    /** @param whole with all plays, for what learns: asked for only then */
    private static Found find(
            LingerConfig config,
            SparkStages stages,
            Spread spread,
            ZoneId zone,
            Lazy<Dataset> whole,
            RunContext run,
            RunReport report) {
        RunLog log = report.log();
        Cut cut = log.stage("split", counts -> stages.split(spread, counts));
        AlsModel model = log.stage("fit", run.cache(), counts -> stages.fit(spread, cut, log, counts));
        MllibAls.Fitted mllib =
                stages.measuresMllib() ? log.stage("mllib", counts -> stages.mllib(spread, cut, counts)) : null;
        Optional<SparkLearning.Learned> learned = SparkPlan.of(config).learns()
                ? Optional.of(new SparkLearning(config, whole.get(), run.with(StepCache.NONE), stages, spread, cut)
                        .learn(model, log))
                : Optional.empty();
        CandidateOrder order = learned.map(SparkLearning.Learned::order).orElse(new CandidateOrder.ByStageOne());
        List<MeasuredBlock> measured =
                log.stage("retrieve", counts -> stages.retrieve(spread, cut, model, order, mllib, report, counts));
        return log.stage("evaluate", counts -> {
            SparkPlan plan = SparkPlan.of(config);
            SparkTables make = new SparkTables(config, zone, cut, plan.source(), run.workers());
            List<ListTables> lists = make.lists(measured, counts);
            List<ResultTable> tables = new ArrayList<>(make.tables(lists, measured));
            tables.add(RetrievalTables.losses(Map.of(plan.source(), model.lossTrace())));
            learned.ifPresent(
                    of -> tables.addAll(of.tables(new Evaluation(config, whole.get(), of.holdout(), run), lists)));
            counts.add("tables", tables.size());
            return new Found(new FittedSource(plan.source(), plan.als(), model), learned, lists, tables);
        });
    }
}
