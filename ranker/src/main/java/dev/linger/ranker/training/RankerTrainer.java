package dev.linger.ranker.training;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.ranker.BlendConfig;
import dev.linger.ranker.ConstantConfig;
import dev.linger.ranker.LightGbmConfig;
import dev.linger.ranker.LinearConfig;
import dev.linger.ranker.Objective;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.StageOneConfig;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.baseline.ConstantRanker;
import dev.linger.ranker.baseline.StageOneRanker;
import dev.linger.ranker.lightgbm.LightGbmTrainer;
import dev.linger.ranker.lightgbm.TrainedTrees;
import dev.linger.ranker.linear.LinearTrainer;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains whatever ranker a configuration asks for.
 *
 * @param seed of the run; each trainer derives its own
 * @param threads how many threads may be used, at least 1; the ranker does not depend on it
 * @param progress told of long steps
 * @param quality by which a blend chooses its weight
 */
public record RankerTrainer(Seed seed, int threads, Progress progress, BlendQuality quality) {
    public RankerTrainer {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be >= 1 but was " + threads);
        }
    }

    /** The trained ranker. */
    public Ranker train(RankerConfig config, TrainingSets trainingSets) {
        return config instanceof BlendConfig blend
                ? trainBlend(blend, trainingSets)
                : train(config, trainingSets.of(TrainingSetKind.PLAYS)).refitted();
    }

    /** The weights are chosen by members that have not learned from the validation rows yet. */
    private Ranker trainBlend(BlendConfig config, TrainingSets trainingSets) {
        List<BlendParts.Member> fitted = new ArrayList<>();
        List<BlendParts.Member> refitted = new ArrayList<>();
        for (BlendConfig.Member member : config.members()) {
            Trained trained = train(member.model(), trainingSets.of(member.learnsFrom()));
            fitted.add(member(member, trained.fitted()));
            refitted.add(member(member, trained.refitted()));
        }
        return BlendTrainer.choose(new BlendParts(fitted), config.weights(), quality)
                .with(new BlendParts(refitted));
    }

    private static BlendParts.Member member(BlendConfig.Member config, Ranker ranker) {
        boolean givesChance = config.learnsFrom().isOfCandidates()
                && config.model() instanceof LightGbmConfig lightGbm
                && Objective.named(lightGbm.objective()) == Objective.BINARY;
        return new BlendParts.Member(config.learnsFrom(), ranker, givesChance);
    }

    /**
     * A ranker before and after all choices are made.
     *
     * @param refitted has learned from the validation rows too, where it can
     */
    private record Trained(Ranker fitted, Ranker refitted) {
        Trained(Ranker ranker) {
            this(ranker, ranker);
        }
    }

    private Trained train(RankerConfig config, TrainingSets.Rows rows) {
        if (config instanceof LightGbmConfig lightGbm) {
            TrainedTrees trees = new LightGbmTrainer(seed, threads, progress).train(lightGbm, rows);
            return new Trained(trees.stopped(), trees.refitted());
        }
        if (config instanceof LinearConfig linear) {
            return new Trained(LinearTrainer.train(linear, rows.fit()));
        }
        if (config instanceof StageOneConfig) {
            return new Trained(new StageOneRanker());
        }
        if (config instanceof ConstantConfig constant) {
            return new Trained(ConstantRanker.fit(constant, rows.fit()));
        }
        throw new IllegalArgumentException("no trainer for " + config);
    }
}
