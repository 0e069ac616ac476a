package dev.linger.pipeline.ablation;

import dev.linger.data.Dataset;
import dev.linger.data.InputException;
import dev.linger.data.source.DataSize;
import dev.linger.data.source.LoadedData;
import dev.linger.features.FeatureGroupConfig;
import dev.linger.pipeline.cache.StepCache;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.config.ResolvedConfig;
import dev.linger.pipeline.evaluation.pointwise.PointwiseMetrics;
import dev.linger.pipeline.experiment.Evaluation;
import dev.linger.pipeline.experiment.Ranked;
import dev.linger.pipeline.experiment.Session;
import dev.linger.pipeline.experiment.Stages;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.report.tables.AblationTable;
import dev.linger.pipeline.report.tables.AblationTable.Variant;
import dev.linger.pipeline.reranking.ReplayFactory;
import dev.linger.pipeline.retrieval.RetrievalResult;
import dev.linger.pipeline.retrieval.RetrieverTrainer;
import dev.linger.pipeline.run.RunContext;
import dev.linger.pipeline.run.RunLog;
import dev.linger.pipeline.run.RunRequest;
import dev.linger.recommender.retrieval.FittedSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Runs the experiment again without each feature group and without each source of candidates but the first. Load, split and
 * retrieve are done once; without a group, features, ranker and lists are made again; without a source, its candidates and its
 * columns are gone too, and the quotas of the others are chosen again.
 */
public final class Ablation {
    private final AblationPlan plan;
    private final RunContext run;
    private final RunLog log;
    private final Dataset dataset;
    private final Holdout holdout;
    private final RetrievalResult retrieved;

    private Ablation(
            AblationPlan plan,
            RunContext run,
            RunLog log,
            Dataset dataset,
            Holdout holdout,
            RetrievalResult retrieved) {
        this.plan = plan;
        this.run = run;
        this.log = log;
        this.dataset = dataset;
        this.holdout = holdout;
        this.retrieved = retrieved;
    }

    /**
     * Carries out all runs; their figures are in a new folder below {@link RunRequest#out}, which is returned.
     *
     * @param only names of the feature groups and sources to leave out; none for every one
     * @throws InputException where a name is none that can be left out
     */
    public static Path run(RunRequest request, List<String> only) {
        ResolvedConfig<LingerConfig> resolved = LingerConfig.resolve(request.config(), request.settings());
        AblationPlan plan = AblationPlan.of(resolved.value(), only);
        Path data = request.data().get();
        try (Session session = Session.open(request, resolved, data, "ablate-" + resolved.name(), plan.passes())) {
            RunLog log = session.log();
            LoadedData loaded = session.load();
            RunContext run = session.runOn(loaded);
            Stages stages = new Stages(session.config(), run);
            Dataset dataset = loaded.dataset();
            Holdout holdout = session.begin(() -> log.stage("split", counts -> stages.split(dataset, counts)));
            RetrievalResult retrieved =
                    log.stage("retrieve", run.cache(), counts -> stages.retrieve(dataset, holdout, counts));
            Ablation ablation = new Ablation(plan, run, log, dataset, holdout, retrieved);
            session.report().tables(ablation.tables());
            ablation.costs(session.config().data().size(data)).ifPresent(session.report()::costs);
            session.record(loaded);
            log.say("Everything is in " + session.folder() + ": tables, config.json, manifest.json, run.log");
            return session.folder();
        }
    }

    private List<ResultTable> tables() {
        Evaluation evaluation = new Evaluation(plan.config(), dataset, holdout, run);
        AblationTable table = evaluation.ablation();
        Variant whole =
                log.stage("with all", counts -> variant("nothing", plan.config(), retrieved, evaluation, counts));
        double headline = table.headline(whole);
        log.say(String.format(Locale.ROOT, "  %s %.4f with all", table.headlineName(), headline));
        List<Variant> ofGroups = new ArrayList<>();
        for (FeatureGroupConfig group : plan.groups()) {
            ofGroups.add(without(group, evaluation));
            say(ofGroups.get(ofGroups.size() - 1), headline, table);
        }
        List<Variant> ofSources = new ArrayList<>();
        for (String source : plan.sources().stream()
                .filter(retrieved.sourceNames()::contains)
                .toList()) {
            ofSources.add(withoutSource(source, evaluation));
            say(ofSources.get(ofSources.size() - 1), headline, table);
        }
        List<ResultTable> tables = new ArrayList<>();
        if (!ofGroups.isEmpty()) {
            tables.add(table.ofFeatures(whole, ofGroups));
        }
        if (!ofSources.isEmpty()) {
            tables.add(table.ofSources(whole, ofSources));
        }
        return tables;
    }

    /** What the sources that were left out cost; empty where none was. */
    private Optional<ResultTable> costs(DataSize size) {
        List<FittedSource> sources = retrieved.beforeTest().retriever().sources().stream()
                .filter(source -> plan.sources().contains(source.name()))
                .toList();
        RetrieverTrainer alone = new RetrieverTrainer(
                dataset,
                plan.config().candidates().atMost(dataset.itemCount()),
                plan.config().watch(),
                run.with(StepCache.NONE));
        return sources.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        log.stage("costs", counts -> new SourceCosts(alone, holdout.beforeTest(), size).of(sources)));
    }

    private Variant without(FeatureGroupConfig group, Evaluation evaluation) {
        LingerConfig config =
                existing(plan.without(group, retrieved.beforeTest().columns().columns()), retrieved);
        String part = plan.partOf(group);
        return log.stage("without " + part, counts -> variant(part, config, retrieved, evaluation, counts));
    }

    private Variant withoutSource(String source, Evaluation evaluation) {
        return log.stage("without " + source, counts -> {
            LingerConfig config = plan.without(source);
            RetrievalResult fewer = retrieved.with(config.candidates().atMost(dataset.itemCount()), holdout, run);
            return variant(source, existing(config, fewer), fewer, evaluation, counts);
        });
    }

    private Variant variant(
            String without, LingerConfig config, RetrievalResult found, Evaluation evaluation, RunLog.Counts counts) {
        Stages.Reranked whole = new Stages(config, run).rerank(dataset, holdout, found, counts);
        Ranked ranked = whole.ranked();
        PointwiseMetrics predictions = evaluation
                .pointwise(whole.rows().test())
                .predictions(ranked.measured())
                .get(0)
                .metrics();
        counts.saved(run.cache().takeSaved());
        return new Variant(
                without,
                whole.rows().columns().size(),
                holdout.test().stream()
                        .map(judgments -> evaluation
                                .ablation()
                                .measure(judgments, ranked.systems().served().lists()))
                        .toList(),
                predictions);
    }

    /** The configuration with no column excluded that has gone with its group or source. */
    private LingerConfig existing(LingerConfig config, RetrievalResult found) {
        ReplayFactory withEach = new ReplayFactory(
                dataset, holdout.split().history(), AblationPlan.excludingNone(config.features()), config.watch());
        return AblationPlan.excludingOnly(
                config, withEach.begin(found.beforeTest()).columns());
    }

    /** The first figure of a variant as soon as it is known: all of them take long. */
    private void say(Variant variant, double ofWhole, AblationTable table) {
        log.say(String.format(
                Locale.ROOT,
                "  %s %.4f without %s, whose contribution is %+.4f",
                table.headlineName(),
                table.headline(variant),
                variant.without(),
                ofWhole - table.headline(variant)));
    }
}
