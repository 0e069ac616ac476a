package dev.linger.pipeline.retrieval;

import dev.linger.candidates.Retrieval;
import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.union.CandidateUnion;
import dev.linger.candidates.union.QuotaSearch;
import dev.linger.candidates.union.UnionRecall;
import dev.linger.data.RankedList;
import dev.linger.data.config.Alternatives;
import dev.linger.pipeline.config.CandidatesConfig;
import dev.linger.pipeline.config.EvaluationConfig;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.run.RunContext;
import dev.linger.recommender.retrieval.CandidateList;
import dev.linger.recommender.retrieval.FittedSource;
import dev.linger.recommender.retrieval.Retriever;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What retrieval gives to the stages after it. It is fitted several times, so that no row is described by models that saw it:
 * to the rows before each stretch of the fit window for the rows the ranker learns from, to all rows before the validation
 * window for those, and to all rows before the cut for the test.
 *
 * @param search the choice among settings of the sources
 * @param fallback the choice of whose order users get of whom a source knows nothing
 * @param quotas the choice among shares of the candidates for each source
 * @param forLearning what only learning needs, unless it has been let go
 * @param beforeTest fitted to all rows before the cut
 * @param candidates of the test users
 * @param orders the baselines that are no sources, then the sources, fitted to all rows before the cut
 * @param orderLists their lists for the test users, long enough for every table
 * @param notices which sources and baselines are left out, and why
 */
public record RetrievalResult(
        SettingsSearch search,
        FallbackSearch fallback,
        List<QuotaSearch.Step> quotas,
        @Nullable ForLearning forLearning,
        DatedRetriever beforeTest,
        List<CandidateList> candidates,
        List<FittedSource> orders,
        List<NamedLists> orderLists,
        List<String> notices) {
    /**
     * @param beforeFit fitted to the rows before each stretch of the fit window
     * @param beforeValidation fitted to all rows before the validation window
     * @param validationCandidates of the users of the validation window, as of its beginning
     */
    private record ForLearning(
            List<DatedRetriever> beforeFit,
            DatedRetriever beforeValidation,
            List<CandidateList> validationCandidates) {}

    /** How many moves give a source all candidates of another. */
    private static final int QUOTA_STEPS = 6;

    /** Fits, chooses and retrieves. */
    public static RetrievalResult of(RetrieverTrainer configured, Holdout holdout) {
        RunContext run = configured.run();
        SettingsSearch search = SettingsSearch.of(configured, holdout);
        FallbackSearch fallback = FallbackSearch.of(configured, search.chosen(), holdout);
        RetrieverTrainer trainer = configured.withFallback(fallback.chosen());
        CandidatesConfig config = trainer.config();
        Sources sources = Sources.of(search.chosen(), trainer, holdout);
        DatedRetriever beforeValidation = sources.beforeValidation();
        DatedRetriever beforeTest = sources.beforeTest();

        List<List<RankedList>> validationLists = beforeValidation
                .retriever()
                .lists(Holdout.users(holdout.validation()), config.limit(), run.workers(), run.progress());
        List<QuotaSearch.Step> quotas = quotas(validationLists, holdout.validation(), config.limit(), run);
        CandidateUnion union = union(quotas);
        List<CandidateList> validationCandidates =
                beforeValidation.retriever().merge(validationLists, union, config.limit(), run.workers());

        int[] users = Holdout.users(holdout.test());
        int length = Math.max(EvaluationConfig.LONGEST_LIST, config.limit());
        List<Retriever.Found> found =
                beforeTest.retriever().find(users, union, config.limit(), length, run.workers(), run.progress());
        List<String> notices = new ArrayList<>(search.notices());
        notices.addAll(sources.notices());
        List<FittedSource> baselines = baselines(trainer, holdout);
        baselines.removeIf(baseline -> {
            boolean equal = EqualScores.of(
                    baseline.scorer(), beforeTest.retriever().eligibility().universe(), users);
            if (equal) {
                notices.add("the baseline " + baseline.name() + " is not shown: it scores all videos alike");
            }
            return equal;
        });
        List<NamedLists> lists = Stream.concat(
                        baselines.stream().map(baseline -> lists(baseline, beforeTest.retriever(), users, length, run)),
                        lists(beforeTest.retriever().sources(), found))
                .toList();
        return new RetrievalResult(
                search,
                fallback,
                quotas,
                new ForLearning(sources.beforeFit(), beforeValidation, validationCandidates),
                beforeTest,
                found.stream().map(Retriever.Found::candidates).toList(),
                Stream.concat(baselines.stream(), beforeTest.retriever().sources().stream())
                        .toList(),
                lists,
                notices);
    }

    private static List<FittedSource> baselines(RetrieverTrainer trainer, Holdout holdout) {
        List<FittedSource> baselines = new ArrayList<>();
        for (Alternatives<SourceConfig> baseline : trainer.config().otherBaselines()) {
            String name = CandidatesConfig.nameOf(baseline);
            baselines.add(trainer.fit(name, baseline.settings().get(0), holdout.beforeTest()));
        }
        return baselines;
    }

    private static NamedLists lists(FittedSource order, Retriever retriever, int[] users, int length, RunContext run) {
        Retrieval.Lists lists = retriever.retrieval(order.scorer()).lists(users, length, run.workers(), run.progress());
        return new NamedLists(order.name(), lists.all(), lists.isFallback());
    }

    private static Stream<NamedLists> lists(List<FittedSource> sources, List<Retriever.Found> found) {
        return IntStream.range(0, sources.size())
                .mapToObj(source -> new NamedLists(
                        sources.get(source).name(),
                        found.stream().map(of -> of.lists().get(source)).toList(),
                        found.stream().map(of -> of.isFallback().get(source)).toList()));
    }

    /**
     * Whether the candidates of each test user were found without knowing the user: all sources but those that are the same
     * for everybody gave the fallback's list. Empty where there are none but these.
     */
    public List<Boolean> areOfFallback() {
        List<NamedLists> personal = beforeTest.retriever().sources().stream()
                .filter(source -> !source.config().isSameForAll())
                .map(source -> named(source.name()))
                .toList();
        return personal.isEmpty()
                ? List.of()
                : IntStream.range(0, candidates.size())
                        .mapToObj(user -> personal.stream()
                                .allMatch(source -> source.isFallback().get(user)))
                        .toList();
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
        List<QuotaSearch.Step> steps = quotas(validationLists, holdout.validation(), config.limit(), run);
        CandidateUnion union = union(steps);
        List<List<RankedList>> testLists =
                Retriever.byUser(names.stream().map(name -> named(name).lists()).toList());
        return new RetrievalResult(
                search,
                fallback,
                steps,
                new ForLearning(
                        beforeFit().stream().map(all -> all.only(names)).toList(),
                        validation,
                        validation.retriever().merge(validationLists, union, config.limit(), run.workers())),
                test,
                test.retriever().merge(testLists, union, config.limit(), run.workers()),
                orders,
                orderLists,
                notices);
    }

    /**
     * Chooses the quotas by recall on the validation window, the mean of the relevance rules.
     *
     * @param lists of each user the list of each source
     */
    private static List<QuotaSearch.Step> quotas(
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
                run.progress());
    }

    private NamedLists named(String name) {
        return orderLists.stream()
                .filter(lists -> lists.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The same without what only learning needs, so that its memory is free for what comes after. */
    public RetrievalResult afterLearning() {
        return new RetrievalResult(search, fallback, quotas, null, beforeTest, candidates, orders, orderLists, notices);
    }

    /** Fitted to the rows before each stretch of the fit window. */
    public List<DatedRetriever> beforeFit() {
        return Objects.requireNonNull(forLearning).beforeFit();
    }

    /** Fitted to all rows before the validation window. */
    public DatedRetriever beforeValidation() {
        return Objects.requireNonNull(forLearning).beforeValidation();
    }

    /** Candidates of the users of the validation window, as of its beginning. */
    public List<CandidateList> validationCandidates() {
        return Objects.requireNonNull(forLearning).validationCandidates();
    }

    /** The chosen quotas. */
    public CandidateUnion union() {
        return union(quotas);
    }

    private static CandidateUnion union(List<QuotaSearch.Step> quotas) {
        return new CandidateUnion(quotas.get(quotas.size() - 1).quotas());
    }

    /** The lists the candidates of the test users are merged from. */
    public SourceLists sourceLists(int limit) {
        List<NamedLists> sources = beforeTest.retriever().sources().stream()
                .map(source -> named(source.name()))
                .toList();
        return new SourceLists(sources, union().quotas(), limit);
    }

    /** The names of the sources, in their order; those that are left out are not among them. */
    public List<String> sourceNames() {
        return beforeTest.retriever().sources().stream().map(FittedSource::name).toList();
    }

    /** The lists of the source whose order is that of retrieval. */
    public NamedLists firstSourceLists() {
        return named(firstSource());
    }

    /** The name of the source whose order is that of retrieval. */
    public String firstSource() {
        return beforeTest.retriever().sources().get(0).name();
    }

    /** Every order there is but that of retrieval. */
    public List<FittedSource> otherOrders() {
        return orders.stream()
                .filter(order -> !order.name().equals(firstSource()))
                .toList();
    }
}
