package dev.linger.pipeline.retrieval;

import dev.linger.candidates.Retrieval;
import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.union.CandidateUnion;
import dev.linger.candidates.union.QuotaSearch;
import dev.linger.candidates.union.UnionRecall;
import dev.linger.data.RankedList;
import dev.linger.data.config.Alternatives;
import dev.linger.pipeline.cache.CacheKey;
import dev.linger.pipeline.cache.Lazy;
import dev.linger.pipeline.cache.StepCache;
import dev.linger.pipeline.config.CandidatesConfig;
import dev.linger.pipeline.config.EvaluationConfig;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.pipeline.protocol.FitStretch;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.retrieval.RetrievalChoices.Quotas;
import dev.linger.pipeline.run.RunContext;
import dev.linger.recommender.retrieval.CandidateList;
import dev.linger.recommender.retrieval.FittedSource;
import dev.linger.recommender.retrieval.Retriever;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What retrieval gives to the stages after it. It is fitted several times, so that no row is described by models that saw it:
 * to the rows before each stretch of the fit window for the rows the ranker learns from, to all rows before the validation
 * window for those, and to all rows before the cut for the test.
 *
 * <p>Where an earlier run kept what was chosen and found, what it was found with is fitted when it is asked for.
 */
public final class RetrievalResult {
    /** How many moves give a source all candidates of another. */
    private static final int QUOTA_STEPS = 6;

    private final CacheKey key;
    private final RetrievalChoices choices;
    private final Learning learning;
    private final DatedRetriever beforeTest;
    private final FoundCandidates found;
    private final Lazy<Orders> orders;

    private RetrievalResult(
            CacheKey key,
            RetrievalChoices choices,
            Learning learning,
            DatedRetriever beforeTest,
            FoundCandidates found,
            Lazy<Orders> orders) {
        this.key = key;
        this.choices = choices;
        this.learning = learning;
        this.beforeTest = beforeTest;
        this.found = found;
        this.orders = orders;
    }

    /**
     * What only learning needs.
     *
     * @param beforeFit fitted to the rows before each stretch of the fit window
     * @param beforeValidation fitted to all rows before the validation window
     * @param validationCandidates of the users of the validation window, as of its beginning
     */
    private record Learning(
            Lazy<List<DatedRetriever>> beforeFit,
            Lazy<DatedRetriever> beforeValidation,
            Lazy<List<CandidateList>> validationCandidates) {
        static Learning letGo() {
            return new Learning(gone(), gone(), gone());
        }

        private static <T> Lazy<T> gone() {
            return Lazy.of(() -> {
                throw new IllegalStateException("what only learning needs was let go");
            });
        }
    }

    /**
     * Every order there is at the cut.
     *
     * @param fitted the baselines that are no sources, then the sources
     * @param lists theirs for the test users, long enough for every table
     */
    private record Orders(List<FittedSource> fitted, List<NamedLists> lists) {}

    /** Fits, chooses and retrieves, or takes what an earlier run kept of it. */
    public static RetrievalResult of(RetrieverTrainer configured, Holdout holdout) {
        StepCache cache = configured.run().cache();
        CacheKey key = cache.key(
                "retrieve",
                (Supplier<String>) () -> LingerConfig.flat(CandidatesConfig.class, configured.config()),
                holdout.rules(),
                holdout.purpose(),
                holdout.boundaries());
        RetrievalChoices known = cache.find(key, RetrievalChoices.KEPT);
        if (known != null) {
            return known(
                    key,
                    known,
                    configured.withFallback(known.fallback().chosen()).uncounted(),
                    holdout);
        }
        long start = System.nanoTime();
        RetrievalResult fresh = fresh(key, configured, holdout);
        cache.keep(key, RetrievalChoices.KEPT, fresh.choices, (System.nanoTime() - start) / 1e9);
        cache.keep(validationKey(key), KeptCandidates.LISTS, fresh.validationCandidates(), 0);
        cache.keep(testKey(key), FoundCandidates.KEPT, fresh.found, 0);
        return fresh;
    }

    private static CacheKey validationKey(CacheKey key) {
        return key.then("validation-candidates");
    }

    private static CacheKey testKey(CacheKey key) {
        return key.then("test-candidates");
    }

    private static RetrievalResult fresh(CacheKey key, RetrieverTrainer configured, Holdout holdout) {
        RunContext run = configured.run();
        SettingsSearch search = SettingsSearch.of(configured, holdout);
        FallbackSearch fallback = FallbackSearch.of(configured, search.chosen(), holdout);
        RetrieverTrainer trainer = configured.withFallback(fallback.chosen());
        int limit = trainer.config().limit();
        Sources sources = Sources.of(search.chosen(), trainer, holdout);
        Retriever atValidation = sources.beforeValidation().retriever();
        Retriever atTest = sources.beforeTest().retriever();

        List<List<RankedList>> validationLists =
                atValidation.lists(Holdout.users(holdout.validation()), limit, run.workers(), run.progress());
        List<Quotas> quotas = quotas(validationLists, holdout.validation(), limit, run);
        List<String> notices = new ArrayList<>(search.notices());
        notices.addAll(sources.notices());
        int[] users = Holdout.users(holdout.test());
        List<FittedSource> baselines = baselines(
                trainer, holdout, CandidatesConfig.namesOf(trainer.config().otherBaselines()));
        baselines.removeIf(baseline -> {
            boolean equal =
                    EqualScores.of(baseline.scorer(), atTest.eligibility().universe(), users);
            if (equal) {
                notices.add("the baseline " + baseline.name() + " is not shown: it scores all videos alike");
            }
            return equal;
        });
        RetrievalChoices choices = new RetrievalChoices(
                search.chosenBy(),
                search.trials(),
                atTest.sources().stream().map(RetrievalChoices.Source::of).toList(),
                baselines.stream().map(FittedSource::name).toList(),
                fallback,
                quotas,
                notices);
        List<Retriever.Found> found = find(atTest, users, choices, limit, run);
        return new RetrievalResult(
                key,
                choices,
                new Learning(
                        Lazy.ofValue(sources.beforeFit()),
                        Lazy.ofValue(sources.beforeValidation()),
                        Lazy.ofValue(atValidation.merge(validationLists, choices.union(), limit, run.workers()))),
                sources.beforeTest(),
                FoundCandidates.of(found, atTest.sources()),
                Lazy.ofValue(orders(baselines, atTest, found, limit, run)));
    }

    /** What was chosen before leaves nothing but fitting, each when it is asked for. */
    private static RetrievalResult known(
            CacheKey key, RetrievalChoices choices, RetrieverTrainer trainer, Holdout holdout) {
        RunContext run = trainer.run();
        int limit = trainer.config().limit();
        Lazy<DatedRetriever> beforeValidation =
                Lazy.of(() -> trainer.fitted(choices.sources(), holdout.beforeValidation()));
        Supplier<List<CandidateList>> validationCandidates = () -> {
            Retriever retriever = beforeValidation.get().retriever();
            int[] users = Holdout.users(holdout.validation());
            return retriever.merge(
                    retriever.lists(users, limit, run.workers(), run.progress()),
                    choices.union(),
                    limit,
                    run.workers());
        };
        DatedRetriever beforeTest = trainer.fitted(choices.sources(), holdout.beforeTest());
        Retriever atTest = beforeTest.retriever();
        Lazy<List<Retriever.Found>> found =
                Lazy.of(() -> find(atTest, Holdout.users(holdout.test()), choices, limit, run));
        return new RetrievalResult(
                key,
                choices,
                new Learning(
                        Lazy.of(() -> holdout.fit().stream()
                                .map(FitStretch::before)
                                .map(window -> trainer.fitted(choices.sources(), window))
                                .toList()),
                        beforeValidation,
                        Lazy.of(() -> run.cache().get(validationKey(key), KeptCandidates.LISTS, validationCandidates))),
                beforeTest,
                run.cache()
                        .get(
                                testKey(key),
                                FoundCandidates.KEPT,
                                () -> FoundCandidates.of(found.get(), atTest.sources())),
                Lazy.of(() ->
                        orders(baselines(trainer, holdout, choices.baselines()), atTest, found.get(), limit, run)));
    }

    private static List<Retriever.Found> find(
            Retriever retriever, int[] users, RetrievalChoices choices, int limit, RunContext run) {
        return retriever.find(users, choices.union(), limit, longest(limit), run.workers(), run.progress());
    }

    private static int longest(int limit) {
        return Math.max(EvaluationConfig.LONGEST_LIST, limit);
    }

    /** Those of these names, fitted to all rows before the cut. */
    private static List<FittedSource> baselines(RetrieverTrainer trainer, Holdout holdout, List<String> names) {
        List<FittedSource> baselines = new ArrayList<>();
        for (Alternatives<SourceConfig> baseline : trainer.config().otherBaselines()) {
            String name = CandidatesConfig.nameOf(baseline);
            if (names.contains(name)) {
                baselines.add(trainer.fit(name, baseline.settings().get(0), holdout.beforeTest()));
            }
        }
        return baselines;
    }

    private static Orders orders(
            List<FittedSource> baselines, Retriever retriever, List<Retriever.Found> found, int limit, RunContext run) {
        int[] users = found.stream().mapToInt(of -> of.candidates().user()).toArray();
        Stream<NamedLists> ofBaselines =
                baselines.stream().map(baseline -> lists(baseline, retriever, users, longest(limit), run));
        List<FittedSource> sources = retriever.sources();
        Stream<NamedLists> ofSources = IntStream.range(0, sources.size())
                .mapToObj(source -> new NamedLists(
                        sources.get(source).name(),
                        found.stream().map(of -> of.lists().get(source)).toList(),
                        found.stream().map(of -> of.isFallback().get(source)).toList()));
        return new Orders(
                Stream.concat(baselines.stream(), sources.stream()).toList(),
                Stream.concat(ofBaselines, ofSources).toList());
    }

    private static NamedLists lists(FittedSource order, Retriever retriever, int[] users, int length, RunContext run) {
        Retrieval.Lists lists = retriever.retrieval(order.scorer()).lists(users, length, run.workers(), run.progress());
        return new NamedLists(order.name(), lists.all(), lists.isFallback());
    }

    /**
     * The same with fewer sources: candidates merged again by quotas chosen again.
     *
     * @param config differs in the sources, of which the first stays
     */
    public RetrievalResult with(CandidatesConfig config, Holdout holdout, RunContext run) {
        List<String> names =
                config.sourceNames().stream().filter(sourceNames()::contains).toList();
        DatedRetriever validation = beforeValidation().only(names);
        DatedRetriever test = beforeTest.only(names);
        List<List<RankedList>> validationLists = validation
                .retriever()
                .lists(Holdout.users(holdout.validation()), config.limit(), run.workers(), run.progress());
        RetrievalChoices fewer =
                choices.with(names, quotas(validationLists, holdout.validation(), config.limit(), run));
        List<List<RankedList>> testLists =
                Retriever.byUser(names.stream().map(name -> named(name).lists()).toList());
        return new RetrievalResult(
                key.then("with", names),
                fewer,
                new Learning(
                        Lazy.ofValue(
                                beforeFit().stream().map(all -> all.only(names)).toList()),
                        Lazy.ofValue(validation),
                        Lazy.ofValue(validation
                                .retriever()
                                .merge(validationLists, fewer.union(), config.limit(), run.workers()))),
                test,
                found.with(test.retriever().merge(testLists, fewer.union(), config.limit(), run.workers())),
                orders);
    }

    /**
     * Chooses the quotas by recall on the validation window, the mean of the relevance rules.
     *
     * @param lists of each user the list of each source
     */
    private static List<Quotas> quotas(
            List<List<RankedList>> lists, List<Judgments> judgments, int limit, RunContext run) {
        List<UnionRecall> byRule = judgments.stream()
                .map(rule -> new UnionRecall(
                        lists,
                        lists.stream()
                                .map(ofUser -> rule.relevant(ofUser.get(0).user()))
                                .toArray(int[][]::new),
                        limit,
                        run.workers()))
                .toList();
        return QuotaSearch.search(
                        lists.get(0).size(),
                        limit,
                        Math.max(1, limit / QUOTA_STEPS),
                        tried -> byRule.stream()
                                        .mapToDouble(rule -> rule.applyAsDouble(tried))
                                        .sum()
                                / byRule.size(),
                        run.progress())
                .stream()
                .map(Quotas::of)
                .toList();
    }

    private NamedLists named(String name) {
        return orderLists().stream()
                .filter(lists -> lists.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The same without what only learning needs, so that its memory is free for what comes after. */
    public RetrievalResult afterLearning() {
        return new RetrievalResult(key, choices, Learning.letGo(), beforeTest, found, orders);
    }

    /** What determines all of it; steps that are made from it add what determines them beside it. */
    public CacheKey key() {
        return key;
    }

    /** What was chosen on the validation window. */
    public RetrievalChoices choices() {
        return choices;
    }

    /** Fitted to the rows before each stretch of the fit window. */
    public List<DatedRetriever> beforeFit() {
        return learning.beforeFit.get();
    }

    /** Fitted to all rows before the validation window. */
    public DatedRetriever beforeValidation() {
        return learning.beforeValidation.get();
    }

    /** Candidates of the users of the validation window, as of its beginning. */
    public List<CandidateList> validationCandidates() {
        return learning.validationCandidates.get();
    }

    /** Fitted to all rows before the cut. */
    public DatedRetriever beforeTest() {
        return beforeTest;
    }

    /** The candidates of the test users. */
    public List<CandidateList> candidates() {
        return found.lists();
    }

    /** Whether those of each were found without knowing the user; empty where no source knows users. */
    public List<Boolean> areOfFallback() {
        return found.areOfFallback();
    }

    /** Lists of the baselines that are no sources, then of the sources, for the test users. */
    public List<NamedLists> orderLists() {
        return orders.get().lists();
    }

    /** The chosen quotas. */
    public CandidateUnion union() {
        return choices.union();
    }

    /** The lists the candidates of the test users are merged from. */
    public SourceLists sourceLists(int limit) {
        List<NamedLists> sources = sourceNames().stream().map(this::named).toList();
        return new SourceLists(sources, union().quotas(), limit);
    }

    /** The names of the sources, in their order; those that are left out are not among them. */
    public List<String> sourceNames() {
        return choices.sourceNames();
    }

    /** The lists of the source whose order is that of retrieval. */
    public NamedLists firstSourceLists() {
        return named(firstSource());
    }

    /** The name of the source whose order is that of retrieval. */
    public String firstSource() {
        return sourceNames().get(0);
    }

    /** Every order there is but that of retrieval. */
    public List<FittedSource> otherOrders() {
        return orders.get().fitted().stream()
                .filter(order -> !order.name().equals(firstSource()))
                .toList();
    }
}
