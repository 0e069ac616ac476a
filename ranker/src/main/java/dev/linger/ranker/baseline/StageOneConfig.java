package dev.linger.ranker.baseline;

import dev.linger.data.store.ModelReader;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.Trained;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSets;

/** Keeps the order of retrieval: the score is the column {@code stage_one_score}. */
public record StageOneConfig() implements RankerConfig {
    @Override
    public String kind() {
        return StageOneRanker.NAME;
    }

    @Override
    public boolean readsRetrievalScore() {
        return true;
    }

    @Override
    public boolean mayBeBlended() {
        return false;
    }

    @Override
    public Trained train(TrainingContext context, TrainingSets sets) {
        return Trained.once(new StageOneRanker());
    }

    @Override
    public Ranker read(ModelReader from) {
        return from.columns(StageOneRanker.FILE, in -> {
            requireKind(in);
            return new StageOneRanker();
        });
    }
}
