package dev.linger.pipeline.retrieval;

import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.Retrieval;
import dev.linger.candidates.SeenItems;
import dev.linger.candidates.Universe;
import dev.linger.candidates.als.AlsConfig;
import dev.linger.candidates.als.AlsModel;
import dev.linger.candidates.als.AlsTrainer;
import dev.linger.candidates.baseline.ItemKnnTrainer;
import dev.linger.candidates.baseline.Popularity;
import dev.linger.candidates.baseline.RandomOrder;
import dev.linger.candidates.baseline.RatePopularity;
import dev.linger.candidates.baseline.RecentLiked;
import dev.linger.candidates.baseline.ShortestFirst;
import dev.linger.candidates.content.Affinity;
import dev.linger.candidates.content.FreshVideos;
import dev.linger.candidates.ease.EaseTrainer;
import dev.linger.candidates.union.CandidateUnion;
import dev.linger.data.DailyStats;
import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.data.RankedList;
import dev.linger.data.WatchMatrix;
import dev.linger.data.WatchRules;
import dev.linger.pipeline.config.CandidatesConfig;
import dev.linger.pipeline.config.Source;
import dev.linger.pipeline.protocol.TrainingWindow;
import dev.linger.pipeline.run.RunContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Stage one as fitted to the log before an instant: the sources of candidates, over the videos played before the instant
 * less those a user has seen. The order of stage one is that of the first source; users it knows nothing of get the
 * fallback's.
 */
public final class StageOne {
    private static final int USERS_PER_BLOCK = 64;

    private final Dataset dataset;
    private final TrainingWindow before;
    private final CandidatesConfig config;
    private final WatchRules watch;
    private final RunContext run;
    private final AlsModel als;
    private final Universe universe;
    private final SeenItems seen;
    private final List<ItemScorer> sources;
    private final ItemScorer fallback;
    private final StageOneColumns columns;

    /** The same with some of its sources. */
    private StageOne(StageOne fitted, CandidatesConfig config) {
        this.dataset = fitted.dataset;
        this.before = fitted.before;
        this.config = config;
        this.watch = fitted.watch;
        this.run = fitted.run;
        this.als = fitted.als;
        this.universe = fitted.universe;
        this.seen = fitted.seen;
        this.sources = config.sources().stream()
                .map(source -> fitted.sources.get(fitted.config.sources().indexOf(source)))
                .toList();
        this.fallback = fitted.fallback;
        this.columns = new StageOneColumns(retrieval(), als, sources.subList(1, sources.size()));
    }

    private StageOne(
            Dataset dataset,
            TrainingWindow before,
            CandidatesConfig config,
            WatchRules watch,
            AlsModel als,
            RunContext run) {
        this.dataset = dataset;
        this.before = before;
        this.config = config;
        this.watch = watch;
        this.run = run;
        this.als = als;
        this.universe = universe(dataset, before);
        this.seen = seen(dataset, before.log());
        this.sources = config.sources().stream().map(this::scorer).toList();
        this.fallback = scorer(config.fallback());
        this.columns = new StageOneColumns(retrieval(), als, sources.subList(1, sources.size()));
    }

    /** Fits every source; ALS has been fitted to the same rows. */
    public static StageOne fit(
            Dataset dataset,
            TrainingWindow before,
            CandidatesConfig config,
            WatchRules watch,
            AlsModel als,
            RunContext run) {
        return new StageOne(dataset, before, config, watch, als, run);
    }

    /** The same with some of its sources, none fitted again; the configuration differs in nothing else. */
    public StageOne with(CandidatesConfig fewerSources) {
        return new StageOne(this, fewerSources);
    }

    /** What can be a candidate: the videos played, or counted in the daily statistics, before the instant. */
    public static Universe universe(Dataset dataset, TrainingWindow before) {
        return Universe.playedIn(before.log(), dataset.itemCount())
                .with(item -> dataset.dailyStats().latestBefore(item, before.asOfDay(dataset)) != DailyStats.NONE);
    }

    public static AlsModel trainAls(Dataset dataset, TrainingWindow before, AlsConfig config, RunContext run) {
        return AlsTrainer.train(
                run.interventions().alsRows().apply(before.log(), dataset.log()),
                dataset.userCount(),
                dataset.itemCount(),
                config,
                run.seed().derive("als"),
                run.workers(),
                run.progress());
    }

    /**
     * What can be no candidate: what the user has played, and the pairs of the small matrix, which were taken out of the
     * log, so that none of them can ever be found relevant there.
     */
    public static SeenItems seen(Dataset dataset, InteractionLog training) {
        SeenItems played = SeenItems.of(training, dataset.userCount());
        WatchMatrix small = dataset.smallMatrix();
        return small == null ? played : played.with(small.user(), small.item());
    }

    public AlsModel als() {
        return als;
    }

    /** The instant before which it was fitted. */
    public long cutMillis() {
        return before.cutMillis();
    }

    /** The local day of that instant. */
    public int asOfDay() {
        return before.asOfDay(dataset);
    }

    /** The sources of candidates; the first one's order is that of stage one. */
    public List<ItemScorer> sources() {
        return sources;
    }

    /** What stage two is told of a candidate. */
    public StageOneColumns columns() {
        return columns;
    }

    /**
     * The candidates of users, merged from the sources by the quotas, in the order in which they were taken.
     *
     * @param users ascending
     * @param quotas one a source
     */
    public List<CandidateList> candidates(int[] users, CandidateUnion quotas) {
        return merge(listsByUser(users), quotas);
    }

    /**
     * The candidates merged from lists at hand.
     *
     * @param lists of each user the list of each source, at least as long as there are candidates or all the source knows
     * @param quotas one a source
     */
    public List<CandidateList> merge(List<List<RankedList>> lists, CandidateUnion quotas) {
        CandidateList[] candidates = new CandidateList[lists.size()];
        run.workers().forBlocks(candidates.length, USERS_PER_BLOCK, (from, to) -> {
            for (int at = from; at < to; at++) {
                int[] items = quotas.merge(lists.get(at), config.limit()).items();
                candidates[at] = CandidateList.of(columns, lists.get(at).get(0).user(), items);
            }
        });
        return List.of(candidates);
    }

    /** Of each user the list of each source, of as many items as there are candidates. */
    public List<List<RankedList>> listsByUser(int[] users) {
        return byUser(sources.stream()
                .map(source -> retrieval(source).topItems(users, config.limit(), run.workers(), run.progress()))
                .toList());
    }

    /** Lists of sources, all of the same users in the same order, by user. */
    public static List<List<RankedList>> byUser(List<List<RankedList>> bySource) {
        return IntStream.range(0, bySource.get(0).size())
                .mapToObj(at -> bySource.stream().map(lists -> lists.get(at)).toList())
                .toList();
    }

    /** The order of stage one. */
    public Retrieval retrieval() {
        return retrieval(sources.get(0));
    }

    /** The order of another scorer over the same videos; users it knows nothing of get the fallback's. */
    public Retrieval retrieval(ItemScorer scorer) {
        return new Retrieval(scorer, fallback, universe, seen);
    }

    /** Lists that stage one and the whole are measured against, fitted to the same rows: every order there is. */
    public List<ItemScorer> baselines() {
        List<ItemScorer> baselines = new ArrayList<>(List.of(
                new RandomOrder(dataset.itemCount(), run.seed().derive("random order")),
                ShortestFirst.of(before.log(), dataset.itemCount())));
        Arrays.stream(Source.values())
                .map(source -> config.sources().contains(source)
                        ? sources.get(config.sources().indexOf(source))
                        : scorer(source))
                .forEach(baselines::add);
        return List.copyOf(baselines);
    }

    private ItemScorer scorer(Source source) {
        InteractionLog log = before.log();
        int items = dataset.itemCount();
        return switch (source) {
            case ALS -> als;
            case POPULARITY -> Popularity.of(log, items);
            case RATE_POPULARITY -> RatePopularity.of(log, items, watch.likedAbove(), config.ratePriorPlays());
            case RECENT_LIKED ->
                RecentLiked.of(log, items, watch.likedAbove(), config.recentHalfLifeDays(), before.cutMillis());
            case ITEM_KNN ->
                ItemKnnTrainer.train(log, dataset.userCount(), items, config.itemKnn(), run.workers(), run.progress());
            case EASE ->
                EaseTrainer.train(log, dataset.userCount(), items, config.ease(), run.workers(), run.progress());
            case AFFINITY ->
                Affinity.of(log, dataset.userCount(), dataset.itemTable(), config.affinity(), before.cutMillis());
            case FRESH_VIDEOS ->
                FreshVideos.of(
                        dataset.dailyStats(), dataset.itemTable(), before.asOfDay(dataset), config.freshVideos());
        };
    }
}
