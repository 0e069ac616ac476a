package dev.linger.pipeline.retrieval;

import dev.linger.candidates.FitMemo;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.Retrieval;
import dev.linger.candidates.SourceConfig;
import dev.linger.data.RankedList;
import dev.linger.data.config.Alternatives;
import dev.linger.pipeline.config.CandidatesConfig;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.ListMetrics;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.pipeline.evaluation.listwise.Ndcg;
import dev.linger.pipeline.evaluation.listwise.Recall;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.protocol.PreferenceQuestion;
import dev.linger.pipeline.run.RunContext;
import dev.linger.recommender.retrieval.Eligibility;
import dev.linger.recommender.retrieval.FittedSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Chooses among the settings of each source by what the system is for, before the validation window: what suits a sparse log
 * may collapse on a dense one, and the other way round. A source of one setting is fitted and not measured.
 *
 * <p>More than three settings are halved successively, in one round: all are fitted with a third of the effort, and the best
 * ninth of them, at least three, in full. With less effort good settings look like bad ones.
 *
 * <p>Source: Jamieson and Talwalkar, Non-stochastic Best Arm Identification and Hyperparameter Optimization, AISTATS 2016.
 *
 * @param chosenBy what the lists are of by which is chosen, and for whom
 * @param trials every setting that was measured
 * @param chosen each source with the first of its best settings, fitted to the rows before the validation window
 * @param notices where nothing could be told apart
 */
public record SettingsSearch(String chosenBy, List<Trial> trials, List<FittedSource> chosen, List<String> notices) {
    private static final Ndcg NDCG = new Ndcg(10);

    private static final double FIRST_EFFORT = 1 / 3.0;
    private static final int KEPT_OF = 9;
    private static final int LEAST_KEPT = 3;

    public SettingsSearch {
        trials = List.copyOf(trials);
        chosen = List.copyOf(chosen);
        notices = List.copyOf(notices);
    }

    /**
     * One setting and what it was worth.
     *
     * @param source name of the source
     * @param setting its number, from 0
     * @param config the setting
     * @param effort share of the whole effort that it was fitted with
     * @param ndcg NDCG@10 of what it is chosen for
     * @param recall recall of all its candidates where they are what it is chosen for, otherwise NaN
     */
    public record Trial(String source, int setting, SourceConfig config, double effort, double ndcg, double recall) {}

    /** @param memo what fits to the rows before the validation window share */
    static SettingsSearch of(RetrieverTrainer trainer, Holdout holdout, FitMemo memo) {
        List<Trial> trials = new ArrayList<>();
        List<FittedSource> chosen = new ArrayList<>();
        List<String> notices = new ArrayList<>();
        Function<FittedSource, Worth> worth =
                switch (holdout.purpose()) {
                    case END_TO_END -> endToEnd(trainer, holdout, memo);
                    case PREFERENCE -> preference(trainer, holdout);
                };
        for (Alternatives<SourceConfig> source : trainer.config().sources()) {
            Search search = new Search(source, trainer, holdout, worth, memo, new ArrayList<>());
            chosen.add(search.best());
            trials.addAll(search.trials);
            if (search.tellsNothing()) {
                notices.add("the settings of " + CandidatesConfig.nameOf(source)
                        + " are equally good at what they are chosen by, so the first is taken");
            }
        }
        return new SettingsSearch(chosenBy(holdout), trials, chosen, notices);
    }

    static String chosenBy(Holdout holdout) {
        return switch (holdout.purpose()) {
            case END_TO_END -> "the lists of the users of the validation days, by the first rule";
            case PREFERENCE -> holdout.preference().inWords();
        };
    }

    /** What a fitted source is worth, as {@link Trial} has it. */
    private record Worth(double ndcg, double recall) {}

    private static Function<FittedSource, Worth> preference(RetrieverTrainer trainer, Holdout holdout) {
        PreferenceQuestion question = holdout.preference();
        return fitted -> {
            List<RankedList> lists = question.lists()
                    .by(
                            fitted.name(),
                            fitted.scorer(),
                            fitted.scorer(),
                            NDCG.cutoff(),
                            trainer.run().workers())
                    .lists();
            ListMetrics metrics = ListMetrics.of(question.judgments(), lists, List.of(NDCG));
            return new Worth(metrics.mean(NDCG), Double.NaN);
        };
    }

    private static Function<FittedSource, Worth> endToEnd(RetrieverTrainer trainer, Holdout holdout, FitMemo memo) {
        Eligibility eligibility = trainer.eligibility(holdout.beforeValidation(), memo);
        Judgments judgments = holdout.validation().get(0);
        RunContext run = trainer.run();
        Recall recall = new Recall(trainer.config().limit());
        return fitted -> {
            ItemScorer scorer = fitted.scorer();
            List<RankedList> lists = new Retrieval(scorer, scorer, eligibility.universe(), eligibility.seen())
                    .withFilters(eligibility.filters())
                    .topItems(judgments.users(), recall.cutoff(), run.workers(), run.progress());
            List<ListMetric> wanted = List.of(NDCG, recall);
            ListMetrics metrics = ListMetrics.of(judgments, lists, wanted);
            return new Worth(metrics.mean(NDCG), metrics.mean(recall));
        };
    }

    /** The search among the settings of one source. */
    private record Search(
            Alternatives<SourceConfig> source,
            RetrieverTrainer trainer,
            Holdout holdout,
            Function<FittedSource, Worth> worth,
            FitMemo memo,
            List<Trial> trials) {
        FittedSource best() {
            List<Integer> left =
                    IntStream.range(0, source.settings().size()).boxed().toList();
            if (left.size() == 1) {
                return fitted(0, 1);
            }
            if (left.size() > LEAST_KEPT) {
                left = best(left);
            }
            FittedSource best = fitted(left.get(0), 1);
            Trial bestTrial = trial(left.get(0), 1, best);
            for (int setting : left.subList(1, left.size())) {
                FittedSource fitted = fitted(setting, 1);
                Trial trial = trial(setting, 1, fitted);
                if (trial.ndcg() > bestTrial.ndcg()) {
                    best = fitted;
                    bestTrial = trial;
                }
            }
            return best;
        }

        private List<Integer> best(List<Integer> settings) {
            return settings.stream()
                    .map(setting -> trial(setting, FIRST_EFFORT, fitted(setting, FIRST_EFFORT)))
                    .sorted(Comparator.comparingDouble(Trial::ndcg).reversed())
                    .limit(Math.max(LEAST_KEPT, settings.size() / KEPT_OF))
                    .map(Trial::setting)
                    .sorted()
                    .toList();
        }

        private FittedSource fitted(int setting, double effort) {
            SourceConfig config = source.settings().get(setting);
            return trainer.fit(
                    CandidatesConfig.nameOf(source),
                    effort == 1 ? config : config.withEffort(effort),
                    holdout.beforeValidation(),
                    memo);
        }

        private Trial trial(int setting, double effort, FittedSource fitted) {
            Worth found = worth.apply(fitted);
            Trial trial = new Trial(
                    fitted.name(), setting, source.settings().get(setting), effort, found.ndcg(), found.recall());
            trials.add(trial);
            return trial;
        }

        private boolean tellsNothing() {
            return !trials.isEmpty()
                    && trials.stream().mapToDouble(Trial::ndcg).distinct().count() == 1;
        }
    }
}
