package dev.linger.ranker.training;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.ranker.BlendConfig;
import dev.linger.ranker.ConstantConfig;
import dev.linger.ranker.Lesson;
import dev.linger.ranker.Lessons;
import dev.linger.ranker.LightGbmConfig;
import dev.linger.ranker.LinearConfig;
import dev.linger.ranker.Objective;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.StageOneConfig;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.baseline.ConstantRanker;
import dev.linger.ranker.baseline.StageOneRanker;
import dev.linger.ranker.lightgbm.LightGbmRanker;
import dev.linger.ranker.lightgbm.LightGbmTrainer;
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
    public Ranker train(RankerConfig config, Lessons lessons) {
        return config instanceof BlendConfig blend
                ? trainBlend(blend, lessons)
                : refit(config, fit(config, lessons.of(Lesson.PLAYS)), lessons.of(Lesson.PLAYS));
    }

    /** The weights are chosen by members that have not learned from the validation rows yet. */
    private Ranker trainBlend(BlendConfig config, Lessons lessons) {
        List<BlendParts.Member> fitted = config.members().stream()
                .map(member -> member(member, fit(member.model(), lessons.of(member.learnsFrom()))))
                .toList();
        BlendRanker chosen = BlendTrainer.choose(new BlendParts(fitted), config.weights(), quality);
        List<BlendParts.Member> refitted = new ArrayList<>();
        for (int at = 0; at < fitted.size(); at++) {
            BlendConfig.Member member = config.members().get(at);
            Ranker ranker = refit(member.model(), fitted.get(at).ranker(), lessons.of(member.learnsFrom()));
            refitted.add(member(member, ranker));
        }
        return chosen.with(new BlendParts(refitted));
    }

    private static BlendParts.Member member(BlendConfig.Member config, Ranker ranker) {
        boolean givesChance = config.learnsFrom().isOfCandidates()
                && config.model() instanceof LightGbmConfig lightGbm
                && Objective.named(lightGbm.objective()) == Objective.BINARY;
        return new BlendParts.Member(config.learnsFrom(), ranker, givesChance);
    }

    private Ranker fit(RankerConfig config, Lessons.Rows rows) {
        if (config instanceof LightGbmConfig lightGbm) {
            return new LightGbmTrainer(seed, threads, progress).train(lightGbm, rows.fit(), rows.validation());
        }
        if (config instanceof LinearConfig linear) {
            return new LinearTrainer(threads).train(linear, rows.fit());
        }
        if (config instanceof StageOneConfig) {
            return new StageOneRanker();
        }
        if (config instanceof ConstantConfig constant) {
            return ConstantRanker.fit(constant, rows.fit());
        }
        throw new IllegalArgumentException("no trainer for " + config);
    }

    /** All choices are made: what can learn from the validation rows too does so. */
    private Ranker refit(RankerConfig config, Ranker fitted, Lessons.Rows rows) {
        TrainingSet validation = rows.validation();
        return config instanceof LightGbmConfig lightGbm
                        && fitted instanceof LightGbmRanker stopped
                        && validation != null
                ? new LightGbmTrainer(seed, threads, progress).refit(lightGbm, stopped, rows.fit(), validation)
                : fitted;
    }
}
