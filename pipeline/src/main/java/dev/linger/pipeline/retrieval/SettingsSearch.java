package dev.linger.pipeline.retrieval;

import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.Retrieval;
import dev.linger.candidates.SourceConfig;
import dev.linger.data.RankedList;
import dev.linger.data.config.Alternatives;
import dev.linger.pipeline.config.CandidatesConfig;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.ListMetrics;
import dev.linger.pipeline.evaluation.listwise.Ndcg;
import dev.linger.pipeline.evaluation.listwise.Recall;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.protocol.TrainingWindow;
import dev.linger.pipeline.run.RunContext;
import dev.linger.recommender.retrieval.Eligibility;
import dev.linger.recommender.retrieval.FittedSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses among the settings of each source by its lists on the validation window: what suits a sparse log may collapse on
 * a dense one, and the other way round. A source of one setting is fitted and not measured.
 *
 * @param trials every setting that was measured
 * @param chosen each source with the first of its best settings, fitted to the rows before the validation window
 */
public record SettingsSearch(List<Trial> trials, List<FittedSource> chosen) {
    private static final Ndcg NDCG = new Ndcg(10);

    public SettingsSearch {
        trials = List.copyOf(trials);
        chosen = List.copyOf(chosen);
    }

    /**
     * One setting and what it was worth.
     *
     * @param source name of the source
     * @param setting its number, from 0
     * @param config the setting
     * @param ndcg NDCG@10 of its lists on the validation window by the first relevance rule
     * @param recall recall of all its candidates there
     */
    public record Trial(String source, int setting, SourceConfig config, double ndcg, double recall) {}

    static SettingsSearch of(RetrieverTrainer trainer, Holdout holdout) {
        List<Trial> trials = new ArrayList<>();
        List<FittedSource> chosen = new ArrayList<>();
        for (Alternatives<SourceConfig> source : trainer.config().sources()) {
            chosen.add(best(source, trainer, holdout, trials));
        }
        return new SettingsSearch(trials, chosen);
    }

    private static FittedSource best(
            Alternatives<SourceConfig> source, RetrieverTrainer trainer, Holdout holdout, List<Trial> trials) {
        String name = CandidatesConfig.nameOf(source);
        TrainingWindow window = holdout.beforeValidation();
        FittedSource best = trainer.fit(name, source.settings().get(0), window);
        if (source.settings().size() == 1) {
            return best;
        }
        Eligibility eligibility = trainer.eligibility(window);
        Trial bestTrial = trial(0, best, eligibility, holdout, trainer);
        trials.add(bestTrial);
        for (int setting = 1; setting < source.settings().size(); setting++) {
            FittedSource fitted = trainer.fit(name, source.settings().get(setting), window);
            Trial trial = trial(setting, fitted, eligibility, holdout, trainer);
            trials.add(trial);
            if (trial.ndcg() > bestTrial.ndcg()) {
                best = fitted;
                bestTrial = trial;
            }
        }
        return best;
    }

    private static Trial trial(
            int setting, FittedSource source, Eligibility eligibility, Holdout holdout, RetrieverTrainer trainer) {
        RunContext run = trainer.run();
        int limit = trainer.config().limit();
        ItemScorer scorer = source.scorer();
        Judgments judgments = holdout.validation().get(0);
        List<RankedList> lists = new Retrieval(scorer, scorer, eligibility.universe(), eligibility.seen())
                .withFilters(eligibility.filters())
                .topItems(judgments.users(), limit, run.workers(), run.progress());
        Recall recall = new Recall(limit);
        ListMetrics metrics = ListMetrics.of(judgments, lists, List.of(NDCG, recall));
        return new Trial(source.name(), setting, source.config(), metrics.mean(NDCG), metrics.mean(recall));
    }
}
