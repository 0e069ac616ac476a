package dev.linger.pipeline.retrieval;

import dev.linger.candidates.union.CandidateUnion;
import dev.linger.data.RankedList;
import dev.linger.pipeline.cache.CacheKey;
import dev.linger.pipeline.cache.Lazy;
import dev.linger.pipeline.config.CandidatesConfig;
import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.protocol.TrainingWindow;
import dev.linger.pipeline.run.RunContext;
import dev.linger.recommender.retrieval.CandidateList;
import dev.linger.recommender.retrieval.FittedSource;
import dev.linger.recommender.retrieval.Retriever;
import java.util.List;
import java.util.function.Function;

/**
 * What retrieval gives to the stages after it. It is fitted several times, so that no row is described by models that saw it:
 * to the rows before each stretch of the fit window for the rows the ranker learns from, to all rows before the validation
 * window for those, and to all rows before the cut for the test.
 *
 * <p>Where an earlier run kept what was chosen and found, what it was found with is fitted when it is asked for.
 */
public final class RetrievalResult {
    private final CacheKey key;
    private final RetrievalChoices choices;
    private final Learning learning;
    private final DatedRetriever beforeTest;
    private final FoundCandidates found;
    private final Lazy<Orders> orders;

    RetrievalResult(
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
    record Learning(
            Lazy<List<DatedRetriever>> beforeFit,
            Lazy<DatedRetriever> beforeValidation,
            Lazy<List<CandidateList>> validationCandidates) {}

    /**
     * Every order there is at the cut.
     *
     * @param fitted the baselines that are no sources, then the sources
     * @param lists theirs for the test users, long enough for every table
     */
    record Orders(List<FittedSource> fitted, List<NamedLists> lists) {}

    /** Fits, chooses and retrieves, or takes what an earlier run kept of it. */
    public static RetrievalResult of(RetrieverTrainer configured, Holdout holdout) {
        return RetrievalSteps.of(configured, holdout);
    }

    /** Fits and retrieves by what was chosen elsewhere. */
    public static RetrievalResult of(RetrieverTrainer configured, Holdout holdout, RetrievalChoices chosen) {
        return RetrievalSteps.of(configured, holdout, chosen);
    }

    /**
     * What learning needs of sources that are fitted elsewhere, by a configuration that leaves no choices. There are no candidates
     * of the test users, and no orders.
     *
     * @param fitted gives all sources, fitted to a window
     */
    public static RetrievalResult fittedElsewhere(
            RetrieverTrainer configured, Holdout holdout, Function<TrainingWindow, List<FittedSource>> fitted) {
        return RetrievalSteps.fittedElsewhere(configured, holdout, fitted);
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
                choices.with(names, RetrievalSteps.quotas(validationLists, holdout.validation(), config.limit(), run));
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

    private NamedLists named(String name) {
        return orderLists().stream()
                .filter(lists -> lists.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The same with score and rank alone of what stage one says of candidates: what is left to say once they are ranked. */
    public RetrievalResult afterRanking() {
        return new RetrievalResult(key, choices, learning, beforeTest, found.brief(), orders);
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

    /** Lets what {@link #beforeFit} gave go: it is large, and nothing asks for it once there are rows to learn from. */
    public void letFitGo() {
        learning.beforeFit.letGo();
    }

    /** Lets everything go that only learning asks for. */
    public void letLearningGo() {
        letFitGo();
        learning.beforeValidation.letGo();
        learning.validationCandidates.letGo();
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

    FoundCandidates found() {
        return found;
    }

    /** The candidates of the test users. */
    public List<CandidateList> candidates() {
        return found.lists();
    }

    /** The same in the order of stage one. */
    public List<RankedList> byStageOne() {
        return candidates().stream().map(CandidateList::byStageOne).toList();
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
