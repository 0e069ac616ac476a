package dev.linger.pipeline.retrieval;

import dev.linger.candidates.FitMemo;
import dev.linger.candidates.Retrieval;
import dev.linger.candidates.SourceConfig;
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
import dev.linger.pipeline.protocol.TrainingWindow;
import dev.linger.pipeline.retrieval.RetrievalChoices.Quotas;
import dev.linger.pipeline.run.RunContext;
import dev.linger.recommender.retrieval.CandidateList;
import dev.linger.recommender.retrieval.FittedSource;
import dev.linger.recommender.retrieval.Retriever;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How retrieval is made: settings, sources, fallback and quotas are chosen on the validation window, then the candidates of the
 * test users are found. Where an earlier run kept what was chosen, nothing but fitting is left.
 */
final class RetrievalSteps {
    /** How many moves give a source all candidates of another. */
    private static final int QUOTA_STEPS = 6;

    private RetrievalSteps() {}

    /** Fits, chooses and retrieves, or takes what an earlier run kept of it. */
    static RetrievalResult of(RetrieverTrainer configured, Holdout holdout) {
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
        boolean choose = configured.config().leavesChoices();
        RetrievalResult fresh = choose ? chosen(key, configured, holdout) : asConfigured(key, configured, holdout);
        cache.keep(key, RetrievalChoices.KEPT, fresh.choices(), (System.nanoTime() - start) / 1e9);
        if (choose) {
            cache.keep(validationKey(key), KeptCandidates.LISTS, fresh.validationCandidates(), 0);
        }
        cache.keep(testKey(key), FoundCandidates.KEPT, fresh.found(), 0);
        return fresh;
    }

    /** Fits and retrieves by what was chosen elsewhere. */
    static RetrievalResult of(RetrieverTrainer configured, Holdout holdout, RetrievalChoices chosen) {
        CacheKey key = configured
                .run()
                .cache()
                .key(
                        "retrieve-as-chosen",
                        (Supplier<String>) () -> LingerConfig.flat(CandidatesConfig.class, configured.config()),
                        (Supplier<String>) () -> LingerConfig.flat(RetrievalChoices.class, chosen),
                        holdout.rules(),
                        holdout.purpose(),
                        holdout.boundaries());
        return known(key, chosen, configured.withFallback(chosen.fallback().chosen()), holdout);
    }

    private static CacheKey validationKey(CacheKey key) {
        return key.then("validation-candidates");
    }

    private static CacheKey testKey(CacheKey key) {
        return key.then("test-candidates");
    }

    /** Nothing is fitted to the rows before others than the test unless somebody asks for it. */
    private static RetrievalResult asConfigured(CacheKey key, RetrieverTrainer trainer, Holdout holdout) {
        RunContext run = trainer.run();
        int limit = trainer.config().limit();
        List<String> notices = new ArrayList<>();
        DatedRetriever beforeTest = Sources.beforeTest(trainer, holdout, notices);
        Retriever atTest = beforeTest.retriever();
        List<FittedSource> baselines = shown(trainer, holdout, atTest, notices);
        RetrievalChoices choices = configured(trainer, holdout, namesOf(baselines), notices);
        List<Retriever.Found> found = find(atTest, Holdout.users(holdout.test()), choices, limit, run);
        return new RetrievalResult(
                key,
                choices,
                learning(key, choices, trainer, holdout),
                beforeTest,
                FoundCandidates.of(found, atTest),
                Lazy.of(() -> orders(baselines, atTest, found, limit, run)));
    }

    private static RetrievalChoices configured(
            RetrieverTrainer trainer, Holdout holdout, List<String> baselines, List<String> notices) {
        return new RetrievalChoices(
                SettingsSearch.chosenBy(holdout),
                List.of(),
                RetrievalChoices.Source.of(trainer.config()),
                baselines,
                FallbackSearch.given(trainer.config().fallback()),
                List.of(new Quotas(List.of(trainer.config().limit()), Double.NaN)),
                notices);
    }

    /** Takes sources that are fitted elsewhere, of a configuration that leaves no choices; finds nothing at the cut. */
    static RetrievalResult fittedElsewhere(
            RetrieverTrainer trainer, Holdout holdout, Function<TrainingWindow, List<FittedSource>> fitted) {
        CacheKey key = trainer.run().cache().key("retrieve-elsewhere", holdout.boundaries());
        RetrievalChoices choices = configured(trainer, holdout, List.of(), List.of());
        DatedRetriever beforeTest = trainer.retriever(fitted.apply(holdout.beforeTest()), holdout.beforeTest());
        return new RetrievalResult(
                key,
                choices,
                learning(key, choices, trainer, holdout, window -> trainer.retriever(fitted.apply(window), window)),
                beforeTest,
                FoundCandidates.of(List.of(), beforeTest.retriever()),
                Lazy.ofValue(new RetrievalResult.Orders(List.of(), List.of())));
    }

    private static RetrievalResult chosen(CacheKey key, RetrieverTrainer configured, Holdout holdout) {
        RunContext run = configured.run();
        Searched searched = searched(configured, holdout);
        SettingsSearch search = searched.settings();
        FallbackSearch fallback = searched.fallback();
        RetrieverTrainer trainer = configured.withFallback(fallback.chosen());
        int limit = trainer.config().limit();
        Sources sources = Sources.of(searched.retriever(), trainer, holdout);
        Retriever atValidation = sources.beforeValidation().retriever();
        Retriever atTest = sources.beforeTest().retriever();

        List<List<RankedList>> validationLists =
                atValidation.lists(Holdout.users(holdout.validation()), limit, run.workers(), run.progress());
        List<Quotas> quotas = quotas(validationLists, holdout.validation(), limit, run);
        List<String> notices = new ArrayList<>(search.notices());
        notices.addAll(sources.notices());
        List<FittedSource> baselines = shown(trainer, holdout, atTest, notices);
        RetrievalChoices choices = new RetrievalChoices(
                search.chosenBy(),
                search.trials(),
                atTest.sources().stream().map(RetrievalChoices.Source::of).toList(),
                namesOf(baselines),
                fallback,
                quotas,
                notices);
        List<Retriever.Found> found = find(atTest, Holdout.users(holdout.test()), choices, limit, run);
        return new RetrievalResult(
                key,
                choices,
                new RetrievalResult.Learning(
                        Lazy.ofValue(sources.beforeFit()),
                        Lazy.ofValue(sources.beforeValidation()),
                        Lazy.ofValue(atValidation.merge(validationLists, choices.union(), limit, run.workers()))),
                sources.beforeTest(),
                FoundCandidates.of(found, atTest),
                // The lists of baselines are measured at the end: until then they would be in memory for nothing.
                Lazy.of(() -> orders(baselines, atTest, found, limit, run)));
    }

    /** The choices of settings and fallback, and the retriever of what was chosen, before the validation window. */
    private record Searched(SettingsSearch settings, FallbackSearch fallback, DatedRetriever retriever) {}

    /** In a method of its own: what the fits share, which is large, is let go at its end. */
    private static Searched searched(RetrieverTrainer configured, Holdout holdout) {
        FitMemo memo = new FitMemo();
        SettingsSearch settings = SettingsSearch.of(configured, holdout, memo);
        FallbackSearch fallback = FallbackSearch.of(configured, settings.chosen(), holdout, memo);
        RetrieverTrainer trainer = configured.withFallback(fallback.chosen());
        return new Searched(settings, fallback, trainer.retriever(settings.chosen(), holdout.beforeValidation(), memo));
    }

    /** What was chosen before leaves nothing but fitting, each when it is asked for. */
    private static RetrievalResult known(
            CacheKey key, RetrievalChoices choices, RetrieverTrainer trainer, Holdout holdout) {
        RunContext run = trainer.run();
        int limit = trainer.config().limit();
        DatedRetriever beforeTest = trainer.fitted(choices.sources(), holdout.beforeTest());
        Retriever atTest = beforeTest.retriever();
        Lazy<List<Retriever.Found>> found =
                Lazy.of(() -> find(atTest, Holdout.users(holdout.test()), choices, limit, run));
        return new RetrievalResult(
                key,
                choices,
                learning(key, choices, trainer, holdout),
                beforeTest,
                run.cache().get(testKey(key), FoundCandidates.KEPT, () -> FoundCandidates.of(found.get(), atTest)),
                Lazy.of(() ->
                        orders(baselines(trainer, holdout, choices.baselines()), atTest, found.get(), limit, run)));
    }

    /** What is fitted, or found, when it is asked for. */
    private static RetrievalResult.Learning learning(
            CacheKey key, RetrievalChoices choices, RetrieverTrainer trainer, Holdout holdout) {
        return learning(key, choices, trainer, holdout, window -> trainer.fitted(choices.sources(), window));
    }

    private static RetrievalResult.Learning learning(
            CacheKey key,
            RetrievalChoices choices,
            RetrieverTrainer trainer,
            Holdout holdout,
            Function<TrainingWindow, DatedRetriever> fitted) {
        RunContext run = trainer.run();
        int limit = trainer.config().limit();
        Lazy<DatedRetriever> beforeValidation = Lazy.of(() -> fitted.apply(holdout.beforeValidation()));
        Supplier<List<CandidateList>> validationCandidates = () -> {
            Retriever retriever = beforeValidation.get().retriever();
            int[] users = Holdout.users(holdout.validation());
            return retriever.merge(
                    retriever.lists(users, limit, run.workers(), run.progress()),
                    choices.union(),
                    limit,
                    run.workers());
        };
        return new RetrievalResult.Learning(
                Lazy.of(() -> holdout.fit().stream()
                        .map(FitStretch::before)
                        .map(fitted)
                        .toList()),
                beforeValidation,
                Lazy.of(() -> run.cache().get(validationKey(key), KeptCandidates.LISTS, validationCandidates)));
    }

    private static List<Retriever.Found> find(
            Retriever retriever, int[] users, RetrievalChoices choices, int limit, RunContext run) {
        return retriever.find(users, choices.union(), limit, longest(limit), run.workers(), run.progress());
    }

    private static int longest(int limit) {
        return Math.max(EvaluationConfig.LONGEST_LIST, limit);
    }

    /** The baselines, less those that tell no two videos apart, which is noticed. */
    private static List<FittedSource> shown(
            RetrieverTrainer trainer, Holdout holdout, Retriever atTest, List<String> notices) {
        List<FittedSource> baselines = baselines(
                trainer, holdout, CandidatesConfig.namesOf(trainer.config().otherBaselines()));
        int[] users = Holdout.users(holdout.test());
        baselines.removeIf(baseline -> {
            boolean equal =
                    EqualScores.of(baseline.scorer(), atTest.eligibility().universe(), users);
            if (equal) {
                notices.add("the baseline " + baseline.name() + " is not shown: it scores all videos alike");
            }
            return equal;
        });
        return baselines;
    }

    private static List<String> namesOf(List<FittedSource> sources) {
        return sources.stream().map(FittedSource::name).toList();
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

    private static RetrievalResult.Orders orders(
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
        return new RetrievalResult.Orders(
                Stream.concat(baselines.stream(), sources.stream()).toList(),
                Stream.concat(ofBaselines, ofSources).toList());
    }

    private static NamedLists lists(FittedSource order, Retriever retriever, int[] users, int length, RunContext run) {
        Retrieval.Lists lists = retriever.retrieval(order.scorer()).lists(users, length, run.workers(), run.progress());
        return new NamedLists(order.name(), lists.all(), lists.isFallback()).ordersAlone();
    }

    /**
     * Chooses the quotas by recall on the validation window, the mean of the relevance rules.
     *
     * @param lists of each user the list of each source
     */
    static List<Quotas> quotas(List<List<RankedList>> lists, List<Judgments> judgments, int limit, RunContext run) {
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
}
