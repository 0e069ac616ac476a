package dev.linger.spark;

import dev.linger.candidates.als.AlsModel;
import dev.linger.data.Dataset;
import dev.linger.data.InputException;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.data.source.LoadedData;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.config.ResolvedConfig;
import dev.linger.pipeline.experiment.Loading;
import dev.linger.pipeline.experiment.RunReport;
import dev.linger.pipeline.report.ConsoleReport;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.report.tables.DataTables;
import dev.linger.pipeline.report.tables.RetrievalTables;
import dev.linger.pipeline.run.BuildInfo;
import dev.linger.pipeline.run.RunContext;
import dev.linger.pipeline.run.RunFolder;
import dev.linger.pipeline.run.RunLog;
import dev.linger.pipeline.run.RunRequest;
import dev.linger.spark.lists.MeasuredBlock;
import dev.linger.spark.lists.SparkTables;
import dev.linger.spark.plan.SparkPlan;
import dev.linger.spark.plays.Cut;
import dev.linger.spark.plays.Spread;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        SparkPlan.of(resolved.value());
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
        LoadedData loaded = new Loading(request, resolved.value(), data, log).load();
        List<ResultTable> all = new ArrayList<>(DataTables.of(loaded.report()));
        report.tables(all);
        DataTables.screen(loaded.report()).forEach(log::show);
        List<ResultTable> found = results(resolved.value(), loaded.dataset(), spark, run, report);
        log.stage("report", counts -> {
            report.tables(found);
            all.addAll(found);
            report.metrics(all);
            return counts.add("tables", all.size());
        });
        report.records(request, resolved, data, loaded.report());
        ConsoleReport.blocks(found.subList(0, 1)).forEach(table -> table.lines().forEach(log::show));
        log.say("Everything is in " + report.folder().path()
                + ": tables, recommendations.csv, metrics.json, config.json, manifest.json, run.log");
        log.show("Everything is in " + report.folder().path());
    }

    private static List<ResultTable> results(
            LingerConfig config, Dataset dataset, JavaSparkContext spark, RunContext run, RunReport report) {
        RunLog log = report.log();
        SparkStages stages = new SparkStages(spark, config, dataset, run);
        Spread spread =
                log.stage("spread", counts -> stages.spread(BLOCKS_A_CORE * spark.defaultParallelism(), counts));
        Cut cut = log.stage("split", counts -> stages.split(spread, counts));
        AlsModel model = log.stage("fit", counts -> stages.fit(spread, cut, counts));
        List<MeasuredBlock> measured =
                log.stage("retrieve", counts -> stages.retrieve(spread, cut, model, report, counts));
        return log.stage("evaluate", counts -> {
            String source = SparkPlan.of(config).source();
            List<ResultTable> tables = new ArrayList<>();
            tables.addAll(new SparkTables(config, dataset.zone(), cut, source, run.workers()).of(measured, counts));
            tables.add(RetrievalTables.losses(Map.of(source, model.lossTrace())));
            counts.add("tables", tables.size());
            return tables;
        });
    }
}
