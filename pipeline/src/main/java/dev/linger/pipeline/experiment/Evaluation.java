package dev.linger.pipeline.experiment;

import dev.linger.data.Dataset;
import dev.linger.data.IdIndex;
import dev.linger.data.InteractionLog;
import dev.linger.data.ItemTable;
import dev.linger.data.WatchMatrix;
import dev.linger.data.Workers;
import dev.linger.pipeline.cache.CacheKey;
import dev.linger.pipeline.cache.Kept;
import dev.linger.pipeline.cache.StepCache;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.evaluation.CandidateSources;
import dev.linger.pipeline.evaluation.FirstPlays;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.MeasuredLists;
import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.pipeline.evaluation.PairedBootstrap;
import dev.linger.pipeline.evaluation.ResampledLists;
import dev.linger.pipeline.evaluation.Systems;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.pipeline.evaluation.pointwise.NamedPredictions;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.report.IdColumn;
import dev.linger.pipeline.report.IdValues;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.report.UserValues;
import dev.linger.pipeline.report.tables.AblationTable;
import dev.linger.pipeline.report.tables.CeilingTable;
import dev.linger.pipeline.report.tables.ListTables;
import dev.linger.pipeline.report.tables.ListValues;
import dev.linger.pipeline.report.tables.MeasuredRetrieval;
import dev.linger.pipeline.report.tables.Measures;
import dev.linger.pipeline.report.tables.NewVideosTable;
import dev.linger.pipeline.report.tables.OrdersTable;
import dev.linger.pipeline.report.tables.Protocol;
import dev.linger.pipeline.report.tables.RelevantPairs;
import dev.linger.pipeline.report.tables.ScreenOfResults;
import dev.linger.pipeline.report.tables.SourcesTable;
import dev.linger.pipeline.report.tables.SummaryTable;
import dev.linger.pipeline.report.tables.UsersTable;
import dev.linger.pipeline.report.tables.VideosAtCut;
import dev.linger.pipeline.retrieval.RetrievalResult;
import dev.linger.pipeline.run.RunContext;
import dev.linger.pipeline.run.RunSummary;
import dev.linger.pipeline.training.ObservedExamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Builds the tables of every protocol from what the stages before gave. */
public final class Evaluation {
    private static final String CANDIDATES = "candidates";

    /** 10 MB of a protocol by the default metrics and sources. */
    private static final int MOST_RESAMPLES_KEPT = 10_000;

    private static final Kept<MeasuredRetrieval> MEASURED =
            Kept.columns(MeasuredRetrieval::write, MeasuredRetrieval::read);
    private static final Kept<ResampledLists> RESAMPLED = Kept.columns(ResampledLists::write, ResampledLists::read);
    private static final Kept<CandidateSources> SOURCES = Kept.columns(CandidateSources::write, CandidateSources::read);

    private final LingerConfig config;
    private final int limit;
    private final Holdout holdout;
    private final Protocols protocols;
    private final ItemTable items;
    private final boolean[] isWarmUser;
    private final FirstPlays firstPlays;
    private final Measures measures;
    private final Workers workers;
    private final StepCache cache;

    public Evaluation(LingerConfig config, Dataset dataset, Holdout holdout, RunContext run) {
        this.config = config;
        this.limit = config.candidates().atMost(dataset.itemCount()).limit();
        this.holdout = holdout;
        this.protocols = Protocols.of(config, dataset, holdout, run);
        this.items = dataset.tables().itemTable();
        this.isWarmUser = holdout.beforeTest().hasPlays(dataset.userCount());
        this.firstPlays = FirstPlays.in(holdout.split().training(), dataset.itemCount());
        this.workers = run.workers();
        this.cache = run.cache();
        this.measures = new Measures(
                config.evaluation().metrics(),
                config.evaluation().cutoffs(),
                new PairedBootstrap(config.evaluation().resamples(), run.seed()));
    }

    /** End-to-end: what could have been shown, ranked; measured by each relevance rule. */
    public List<ListTables> endToEnd(RetrievalResult retrieved, Systems reranked) {
        Supplier<NamedLists> candidates =
                () -> new NamedLists(CANDIDATES, retrieved.byStageOne(), retrieved.areOfFallback());
        Systems systems = reranked.areOfFallback(retrieved.areOfFallback());
        return protocols.endToEnd().stream()
                .map(protocol -> measured(protocol, retrieved.key(), retrieved::orderLists, candidates, systems))
                .toList();
    }

    /** Measures what rankers made of lists, and beside it what no ranker changes, where no earlier run has kept that. */
    private ListTables measured(
            Protocol protocol,
            CacheKey retrieval,
            Supplier<List<NamedLists>> baselines,
            Supplier<NamedLists> stageOne,
            Systems reranked) {
        int depth = measures.depth(limit);
        CacheKey key = retrieval.then(
                "measured",
                protocol.name(),
                protocol.judgments().rule(),
                depth,
                config.evaluation().depth());
        MeasuredRetrieval kept = cache.get(
                key, MEASURED, () -> MeasuredRetrieval.of(baselines.get(), stageOne.get(), protocol, depth, workers));
        ListTables lists = ListTables.of(protocol, kept, reranked, depth, workers);
        resample(lists, key);
        return lists;
    }

    /** Resamples the systems, those that no ranker changes where no earlier run has kept them so. */
    private void resample(ListTables lists, CacheKey measured) {
        ResampledLists.Comparing comparing = measures.comparing(lists.protocol().judgments());
        List<MeasuredLists> unchanged = lists.retrieval().systems();
        int resamples = config.evaluation().resamples();
        if (resamples <= MOST_RESAMPLES_KEPT) {
            CacheKey key = measured.then(
                    "resampled",
                    resamples,
                    comparing.metrics().stream().map(ListMetric::name).toList());
            comparing.give(cache.get(key, RESAMPLED, () -> comparing.resampled(unchanged, workers)), unchanged);
        }
        comparing.resampled(lists.systems(), workers);
    }

    /** The tables of what was measured end to end, and of the candidates. */
    public List<ResultTable> tables(RetrievalResult retrieved, List<ListTables> endToEnd, Systems reranked) {
        List<ResultTable> tables = new ArrayList<>();
        for (ListTables lists : endToEnd) {
            Protocol protocol = lists.protocol();
            tables.addAll(lists.tables(measures, workers));
            if (!reranked.orders().isEmpty()) {
                tables.add(lists.marked(OrdersTable.of(lists, reranked, items, measures)));
            }
            tables.add(lists.marked(
                    UsersTable.of(protocol, lists.main(retrieved.firstSource()), user -> isWarmUser[user], measures)));
            tables.add(lists.marked(NewVideosTable.of(
                    protocol, lists.systems(), firstPlays, holdout.split().cutMillis(), measures)));
            tables.add(lists.losses(limit));
            tables.add(CeilingTable.of(protocol, lists.sources(), workers));
            tables.add(SourcesTable.of(protocol, limit, sources(retrieved, protocol)));
        }
        return tables;
    }

    private CandidateSources sources(RetrievalResult retrieved, Protocol protocol) {
        return cache.get(
                retrieved.key().then("measured-sources", protocol.judgments().rule(), limit), SOURCES, () -> retrieved
                        .sourceLists(limit)
                        .measured(protocol.judgments(), protocol.items(), retrieved.byStageOne(), workers));
    }

    /** What measures the same without parts of it, by the end-to-end protocol. */
    public AblationTable ablation() {
        return new AblationTable(protocols.endToEnd(), measures, limit);
    }

    /** The numbers of the end-to-end and pointwise protocols to read first; the first predictions are the ranker's. */
    public ResultTable summary(List<ListTables> endToEnd, List<NamedPredictions> predictions) {
        return SummaryTable.of(endToEnd, measures, predictions.get(0), bestConstant(predictions));
    }

    /** What the end-to-end list of each user is worth by each system, by each relevance rule. */
    public List<UserValues> userValues(List<ListTables> endToEnd, IdIndex users) {
        return endToEnd.stream()
                .map(lists -> ListValues.of(lists.protocol(), lists.systems(), measures, limit, users))
                .toList();
    }

    /** How many plays each test user has before the cut. */
    public UserValues activity(IdIndex ids) {
        int[] users = Holdout.users(holdout.test());
        int[] plays = playsOfUser();
        return new UserValues("activity", new IdColumn(ids, users), List.of("plays before the cut"), new double[][] {
            Arrays.stream(users).mapToDouble(user -> plays[user]).toArray()
        });
    }

    /** What each relevant video adds to what the served list of its user is worth. */
    public IdValues relevantPairs(ListTables endToEnd, Dataset dataset) {
        return RelevantPairs.of(endToEnd, measures, dataset.users(), dataset.items());
    }

    /** What was known of each video at the cut. */
    public IdValues videos(Dataset dataset) {
        return VideosAtCut.of(
                dataset, holdout.split().training(), holdout.beforeTest().asOfDay(dataset));
    }

    /** How many plays each user has before the cut. */
    public int[] playsOfUser() {
        InteractionLog training = holdout.split().training();
        int[] plays = new int[isWarmUser.length];
        for (int row = 0; row < training.size(); row++) {
            plays[training.user(row)]++;
        }
        return plays;
    }

    /**
     * What must be known of the run to put it beside others.
     *
     * @param name what the run is called
     * @param system whose order users get
     * @param systemOfGivenLists that orders lists whose videos are given
     */
    public RunSummary runSummary(String name, String system, String systemOfGivenLists) {
        return new RunSummary(
                name,
                system,
                systemOfGivenLists,
                measures.metrics().stream().map(ListMetric::name).toList(),
                limit,
                protocols.universeInWords(),
                holdout.split().cutMillis(),
                protocols.cut(),
                protocols.endToEnd().stream().map(Evaluation::rule).toList());
    }

    private static RunSummary.Rule rule(Protocol protocol) {
        Judgments judgments = protocol.judgments();
        return new RunSummary.Rule(
                judgments.rule(),
                protocol.ruleId(),
                judgments.userCount(),
                judgments.relevantPairs(),
                judgments.leftOut().pairs(),
                judgments.leftOut().users());
    }

    /** Exposed: each user's own test plays, ranked; measured by each relevance rule. */
    public List<ListTables> exposed(
            CacheKey retrieval, Supplier<List<NamedLists>> baselines, Supplier<NamedLists> stageOne, Systems reranked) {
        return protocols.exposed().stream()
                .map(protocol -> measured(protocol, retrieval, baselines, stageOne, reranked))
                .toList();
    }

    /** The tables of what was measured of given lists. */
    public List<ResultTable> tables(List<ListTables> ofGivenLists) {
        return ofGivenLists.stream()
                .flatMap(lists -> lists.tables(measures, workers).stream())
                .toList();
    }

    /** The results in one screen, by the first relevance rule. */
    public List<String> screen(
            RetrievalResult retrieved,
            List<ListTables> endToEnd,
            List<ListTables> exposed,
            List<NamedPredictions> predictions) {
        return new ScreenOfResults(endToEnd.get(0), exposed.get(0), retrieved.firstSource(), measures, limit)
                .lines(predictions.get(0), bestConstant(predictions));
    }

    private static NamedPredictions bestConstant(List<NamedPredictions> predictions) {
        return predictions.stream()
                .skip(1)
                .min(Comparator.comparingDouble(constant -> constant.metrics().mae()))
                .orElseThrow();
    }

    /** Dense: the small matrix, where the answer is known for every pair. */
    public List<ListTables> dense(
            WatchMatrix small,
            CacheKey retrieval,
            Supplier<List<NamedLists>> baselines,
            Supplier<NamedLists> stageOne,
            Systems reranked) {
        return protocols.dense(small).stream()
                .map(protocol -> measured(protocol, retrieval, baselines, stageOne, reranked))
                .toList();
    }

    /** What measures test plays one by one. */
    public PointwiseEvaluation pointwise(ObservedExamples plays) {
        return new PointwiseEvaluation(plays, holdout, protocols.cut(), workers);
    }
}
