package dev.linger.pipeline.retrieval;

import dev.linger.candidates.Retrieval;
import dev.linger.candidates.SeenItems;
import dev.linger.candidates.Universe;
import dev.linger.candidates.als.AlsConfig;
import dev.linger.candidates.als.AlsModel;
import dev.linger.data.Dataset;
import dev.linger.data.RankedList;
import dev.linger.pipeline.config.CandidatesConfig;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.ListMetrics;
import dev.linger.pipeline.evaluation.listwise.Ndcg;
import dev.linger.pipeline.evaluation.listwise.Recall;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.protocol.TrainingWindow;
import dev.linger.pipeline.run.RunContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses among the configured settings of ALS by their lists on the validation days: what suits a sparse log collapses
 * on a dense one, and the other way round.
 *
 * @param trials every setting with what it was worth
 * @param chosen the first of the best, fitted to the rows before the validation days
 */
public record AlsSearch(List<Trial> trials, AlsModel chosen) {
    private static final Ndcg NDCG = new Ndcg(10);

    public AlsSearch {
        trials = List.copyOf(trials);
    }

    /**
     * One setting and what it was worth.
     *
     * @param config the setting
     * @param ndcg NDCG@10 of its lists on the validation days by the first relevance rule
     * @param recall recall of all its candidates there
     */
    public record Trial(AlsConfig config, double ndcg, double recall) {}

    public static AlsSearch of(Dataset dataset, Holdout holdout, CandidatesConfig config, RunContext run) {
        TrainingWindow before = holdout.beforeValidation();
        Universe universe = StageOne.universe(dataset, before);
        SeenItems seen = StageOne.seen(dataset, before.log());
        List<Trial> trials = new ArrayList<>();
        AlsModel best = null;
        double bestNdcg = Double.NEGATIVE_INFINITY;
        for (AlsConfig als : config.als()) {
            AlsModel model = StageOne.trainAls(dataset, before, als, run);
            Trial trial = trial(
                    als,
                    new Retrieval(model, model, universe, seen),
                    holdout.validation().get(0),
                    config.limit(),
                    run);
            if (best == null || trial.ndcg() > bestNdcg) {
                best = model;
                bestNdcg = trial.ndcg();
            }
            trials.add(trial);
        }
        if (best == null) {
            throw new IllegalArgumentException("there must be a setting of ALS to try but there is none");
        }
        return new AlsSearch(trials, best);
    }

    private static Trial trial(AlsConfig als, Retrieval retrieval, Judgments judgments, int limit, RunContext run) {
        List<RankedList> lists = retrieval.topItems(judgments.users(), limit, run.workers(), run.progress());
        Recall recall = new Recall(limit);
        ListMetrics metrics = ListMetrics.of(judgments, lists, List.of(NDCG, recall));
        return new Trial(als, metrics.mean(NDCG), metrics.mean(recall));
    }
}
