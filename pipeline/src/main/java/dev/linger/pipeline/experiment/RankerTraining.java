package dev.linger.pipeline.experiment;

import dev.linger.data.store.Checkpoints;
import dev.linger.features.replay.FeaturesConfig;
import dev.linger.pipeline.cache.CacheKey;
import dev.linger.pipeline.cache.StepCheckpoints;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.config.TrainingConfig;
import dev.linger.pipeline.reranking.KnownScores;
import dev.linger.pipeline.retrieval.RetrievalResult;
import dev.linger.pipeline.run.RunContext;
import dev.linger.pipeline.training.BlendSearch;
import dev.linger.pipeline.training.Featurized;
import dev.linger.pipeline.training.ValidationLists;
import dev.linger.ranker.BlendGoal;
import dev.linger.ranker.KnownRankers;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.Trained;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.blend.Reranker;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Trains the configured ranker, or takes what an earlier run kept of it, and says by which keys its scores are known. */
final class RankerTraining {
    private final LingerConfig config;
    private final RunContext run;
    private final KnownScores scores;

    /** @param scores told what determines each ranker */
    RankerTraining(LingerConfig config, RunContext run, KnownScores scores) {
        this.config = config;
        this.run = run;
        this.scores = scores;
    }

    /** The ranker, with the choices that the validation window makes. */
    Trained train(RetrievalResult retrieved, Featurized rows, ValidationLists validation) {
        RankerConfig ranker = rows.ranker();
        KnownRankers known = known(retrieved, ranker, "train", "");
        TrainingContext context = context(BlendSearch.goals(validation), known);
        TrainingSets sets = rows.trainingSets().only(ranker.trainingSets());
        Trained trained = known.trained(ranker, ranker.trainingSets(), () -> ranker.train(context, sets));
        List<Ranker> fitted = Reranker.of(trained.fitted()).rankers();
        List<Ranker> refitted = Reranker.of(trained.refitted()).rankers();
        for (int at = 0; at < fitted.size(); at++) {
            RankerConfig.Learner learner = ranker.learners().get(at);
            know(
                    trainedKey(retrieved, learner.learnsFrom(), learner.model(), ranker, "train", ""),
                    fitted.get(at),
                    refitted.get(at));
        }
        return trained;
    }

    /** The ranker that is used in the end; nothing is fitted beside it for choices that nobody makes. */
    Ranker trainForUse(RetrievalResult retrieved, Featurized rows, ValidationLists validation) {
        RankerConfig ranker = rows.ranker();
        if (!ranker.fitsForOthersOnly()) {
            return train(retrieved, rows, validation).refitted();
        }
        KnownRankers known = known(retrieved, ranker, "train on all rows", "");
        TrainingContext context = context(List.of(), known);
        TrainingSets sets = rows.trainingSets().only(ranker.trainingSets());
        return known.trained(ranker, ranker.trainingSets(), () -> Trained.once(ranker.trainOnAllRows(context, sets)))
                .refitted();
    }

    /**
     * The ranker with the choices of an earlier training.
     *
     * @param earlier a ranker of the configured kind
     * @param digest tells it from others
     */
    Ranker retrain(RetrievalResult retrieved, Featurized rows, Ranker earlier, String digest) {
        RankerConfig ranker = rows.ranker();
        KnownRankers known = known(retrieved, ranker, "retrain", digest);
        TrainingContext context = context(List.of(), known);
        TrainingSets sets = rows.trainingSets().only(ranker.trainingSets());
        return known.trained(ranker, ranker.trainingSets(), () -> Trained.once(ranker.retrain(earlier, context, sets)))
                .refitted();
    }

    private TrainingContext context(List<BlendGoal> goals, KnownRankers known) {
        return new TrainingContext(run.seed().derive("ranker"), run.workers().threads(), run.progress(), goals, known);
    }

    private KnownRankers known(RetrievalResult retrieved, RankerConfig whole, String step, String chosenBy) {
        return new KnownRankers() {
            @Override
            public Trained trained(RankerConfig model, Set<TrainingSetKind> learnsFrom, Supplier<Trained> train) {
                CacheKey key = trainedKey(retrieved, learnsFrom, model, whole, step, chosenBy);
                Trained trained = run.cache().get(key, new KeptTrained(model), train);
                know(key, trained.fitted(), trained.refitted());
                return trained;
            }

            @Override
            public Checkpoints checkpoints(Set<TrainingSetKind> learnsFrom) {
                return new StepCheckpoints(run.cache(), rowsKey(retrieved, learnsFrom, whole));
            }
        };
    }

    private void know(CacheKey trained, Ranker fitted, Ranker refitted) {
        scores.know(refitted, trained.then("refitted"));
        scores.know(fitted, trained.then("fitted")); // the same, where it learns from fit rows only
    }

    /** What determines a ranker as trained, by what an earlier training chose or by the validation window. */
    private CacheKey trainedKey(
            RetrievalResult retrieved,
            Set<TrainingSetKind> learnsFrom,
            RankerConfig model,
            RankerConfig whole,
            String step,
            String chosenBy) {
        return rowsKey(retrieved, learnsFrom, whole).then(step, chosenBy, LingerConfig.flat(RankerConfig.class, model));
    }

    /** What determines the rows that are learned from. */
    CacheKey rowsKey(RetrievalResult retrieved, Set<TrainingSetKind> kinds, RankerConfig ranker) {
        boolean ofCandidates = kinds.stream().anyMatch(TrainingSetKind::isOfCandidates);
        return retrieved
                .key()
                .then(
                        "rows",
                        new TreeSet<>(kinds),
                        ofCandidates ? ranker.negatives() : 0,
                        LingerConfig.flat(TrainingConfig.class, config.training()),
                        LingerConfig.flat(FeaturesConfig.class, config.features()));
    }
}
