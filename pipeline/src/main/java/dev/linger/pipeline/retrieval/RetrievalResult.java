package dev.linger.pipeline.retrieval;

import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.als.AlsConfig;
import dev.linger.candidates.als.AlsModel;
import dev.linger.candidates.union.CandidateUnion;
import dev.linger.candidates.union.QuotaSearch;
import dev.linger.candidates.union.UnionRecall;
import dev.linger.data.Dataset;
import dev.linger.data.RankedList;
import dev.linger.data.WatchRules;
import dev.linger.pipeline.config.CandidatesConfig;
import dev.linger.pipeline.config.EvaluationConfig;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.run.RunContext;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stage one gives to the stages after it. It is fitted three times, so that no row is described by models that saw
 * it: to the history for the rows the ranker learns from, to all rows before the validation days for those, and to all
 * rows before the cut for the test.
 *
 * @param search the choice among settings of ALS
 * @param quotas the choice among shares of the candidates for each source
 * @param forLearning what only learning needs, unless it has been let go
 * @param beforeTest fitted to all rows before the cut
 * @param candidates of the test users
 * @param baselines every order there is, fitted to all rows before the cut
 * @param baselineLists their lists for the test users, long enough for every table
 */
public record RetrievalResult(
        AlsSearch search,
        List<QuotaSearch.Step> quotas,
        @Nullable ForLearning forLearning,
        StageOne beforeTest,
        List<CandidateList> candidates,
        List<ItemScorer> baselines,
        List<NamedLists> baselineLists) {
    /**
     * @param beforeFit fitted to the history
     * @param beforeValidation fitted to all rows before the validation days
     * @param validationCandidates of the users of the validation days, as of these
     */
    private record ForLearning(
            StageOne beforeFit, StageOne beforeValidation, List<CandidateList> validationCandidates) {}

    /** How many moves give a source all candidates of another. */
    private static final int QUOTA_STEPS = 6;

    public static RetrievalResult of(
            Dataset dataset, Holdout holdout, CandidatesConfig config, WatchRules watch, RunContext run) {
        AlsSearch search = AlsSearch.of(dataset, holdout, config, run);
        AlsConfig setting = search.chosen().config();
        StageOne beforeValidation =
                StageOne.fit(dataset, holdout.beforeValidation(), config, watch, search.chosen(), run);
        AlsModel ofHistory = StageOne.trainAls(dataset, holdout.beforeFit(), setting, run);
        StageOne beforeFit = StageOne.fit(dataset, holdout.beforeFit(), config, watch, ofHistory, run);
        AlsModel ofTraining = StageOne.trainAls(dataset, holdout.beforeTest(), setting, run);
        StageOne beforeTest = StageOne.fit(dataset, holdout.beforeTest(), config, watch, ofTraining, run);

        int[] users = Holdout.users(holdout.test());
        int length = Math.max(EvaluationConfig.LONGEST_LIST, config.limit());
        List<ItemScorer> baselines = beforeTest.baselines();
        List<NamedLists> lists = baselines.stream()
                .map(scorer -> new NamedLists(
                        scorer.name(),
                        beforeTest.retrieval(scorer).topItems(users, length, run.workers(), run.progress())))
                .toList();
        return merged(search, List.of(beforeFit, beforeValidation, beforeTest), holdout, config, run, baselines, lists);
    }

    /**
     * The same with other sources, each of which has been fitted: candidates merged again by quotas chosen again.
     *
     * @param config differs in the sources, of which the first stays
     */
    public RetrievalResult with(CandidatesConfig config, Holdout holdout, RunContext run) {
        List<StageOne> fitted = Stream.of(beforeFit(), beforeValidation(), beforeTest)
                .map(stageOne -> stageOne.with(config))
                .toList();
        return merged(search, fitted, holdout, config, run, baselines, baselineLists);
    }

    /** @param fitted before the fit window, the validation days and the test */
    private static RetrievalResult merged(
            AlsSearch search,
            List<StageOne> fitted,
            Holdout holdout,
            CandidatesConfig config,
            RunContext run,
            List<ItemScorer> baselines,
            List<NamedLists> baselineLists) {
        List<List<RankedList>> lists = fitted.get(1).listsByUser(Holdout.users(holdout.validation()));
        List<QuotaSearch.Step> quotas = quotas(lists, holdout.validation(), config, run);
        CandidateUnion union = new CandidateUnion(quotas.get(quotas.size() - 1).quotas());
        List<CandidateList> validationCandidates = fitted.get(1).merge(lists, union);
        List<CandidateList> candidates =
                fitted.get(2).merge(StageOne.byUser(ofSources(fitted.get(2), baselineLists)), union);
        return new RetrievalResult(
                search,
                quotas,
                new ForLearning(fitted.get(0), fitted.get(1), validationCandidates),
                fitted.get(2),
                candidates,
                baselines,
                baselineLists);
    }

    /**
     * Chooses the quotas by recall on the validation days, the mean of the relevance rules.
     *
     * @param lists of each user the list of each source
     */
    private static List<QuotaSearch.Step> quotas(
            List<List<RankedList>> lists, List<Judgments> judgments, CandidatesConfig config, RunContext run) {
        List<UnionRecall> byRule = judgments.stream()
                .map(rule -> new UnionRecall(
                        lists,
                        lists.stream()
                                .map(ofUser -> rule.relevant(ofUser.get(0).user()))
                                .toArray(int[][]::new),
                        config.limit(),
                        run.workers()))
                .toList();
        return QuotaSearch.search(
                config.sources().size(),
                config.limit(),
                Math.max(1, config.limit() / QUOTA_STEPS),
                tried -> byRule.stream()
                                .mapToDouble(rule -> rule.applyAsDouble(tried))
                                .sum()
                        / byRule.size(),
                run.progress());
    }

    /** Of each source of a stage one its lists. */
    private static List<List<RankedList>> ofSources(StageOne stageOne, List<NamedLists> lists) {
        return stageOne.sources().stream()
                .map(source -> named(lists, source.name()).lists())
                .toList();
    }

    private static NamedLists named(List<NamedLists> lists, String name) {
        return lists.stream().filter(of -> of.name().equals(name)).findFirst().orElseThrow();
    }

    /** The same without what only learning needs, so that its memory is free for what comes after. */
    public RetrievalResult afterLearning() {
        return new RetrievalResult(search, quotas, null, beforeTest, candidates, baselines, baselineLists);
    }

    /** Stage one fitted to the history. */
    public StageOne beforeFit() {
        return Objects.requireNonNull(forLearning).beforeFit();
    }

    /** Stage one fitted to all rows before the validation days. */
    public StageOne beforeValidation() {
        return Objects.requireNonNull(forLearning).beforeValidation();
    }

    /** Candidates of the users of the validation days, as of these. */
    public List<CandidateList> validationCandidates() {
        return Objects.requireNonNull(forLearning).validationCandidates();
    }

    /** The chosen quotas. */
    public CandidateUnion union() {
        return new CandidateUnion(quotas.get(quotas.size() - 1).quotas());
    }

    /** The lists the candidates of the test users are merged from. */
    public SourceLists sourceLists(int limit) {
        List<NamedLists> sources = beforeTest.sources().stream()
                .map(source -> named(baselineLists, source.name()))
                .toList();
        return new SourceLists(sources, union().quotas(), limit);
    }

    /** The name of the source whose order is that of stage one. */
    public String stageOneName() {
        return beforeTest.sources().get(0).name();
    }

    /** Every order there is but that of stage one. */
    public List<ItemScorer> otherOrders() {
        return baselines.stream()
                .filter(scorer -> !scorer.name().equals(stageOneName()))
                .toList();
    }
}
