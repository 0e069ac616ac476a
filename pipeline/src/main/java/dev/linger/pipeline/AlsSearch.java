package dev.linger.pipeline;

import dev.linger.candidates.als.AlsConfig;
import dev.linger.data.Dataset;
import dev.linger.data.RankedList;
import dev.linger.pipeline.config.CandidatesConfig;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.ListMetric;
import dev.linger.pipeline.evaluation.ListMetrics;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses among the configured settings of ALS by their lists on the validation days: what suits a sparse log collapses
 * on a dense one, and the other way round.
 *
 * @param trials every setting with what it was worth; the first of the best is the chosen one
 * @param chosen stage one with that setting, fitted to the rows before the validation days
 */
record AlsSearch(List<Trial> trials, StageOne chosen) {
    private static final int CUTOFF = 10;

    AlsSearch {
        trials = List.copyOf(trials);
    }

    /**
     * @param config the setting
     * @param ndcg NDCG@10 of its lists on the validation days
     * @param recall recall of all its candidates there
     */
    record Trial(AlsConfig config, double ndcg, double recall) {}

    static AlsSearch of(Dataset dataset, Holdout holdout, CandidatesConfig config, RunContext run) {
        List<Trial> trials = new ArrayList<>();
        StageOne best = null;
        double bestNdcg = Double.NEGATIVE_INFINITY;
        for (AlsConfig als : config.als()) {
            StageOne fitted = StageOne.fit(
                    dataset,
                    holdout.beforeValidation(),
                    holdout.split().validation().timestampMillis(0),
                    config,
                    als,
                    run);
            Trial trial = trial(als, fitted, holdout.validation(), config.limit(), run);
            if (best == null || trial.ndcg() > bestNdcg) {
                best = fitted;
                bestNdcg = trial.ndcg();
            }
            trials.add(trial);
        }
        if (best == null) {
            throw new IllegalArgumentException("there must be a setting of ALS to try but there is none");
        }
        return new AlsSearch(trials, best);
    }

    private static Trial trial(AlsConfig als, StageOne fitted, Judgments judgments, int limit, RunContext run) {
        List<RankedList> lists = fitted.retrieval().topItems(judgments.users(), limit, run.workers(), run.progress());
        ListMetrics metrics = ListMetrics.of(judgments, lists, CUTOFF, limit);
        return new Trial(als, metrics.mean(ListMetric.NDCG, CUTOFF), metrics.mean(ListMetric.RECALL, limit));
    }
}
