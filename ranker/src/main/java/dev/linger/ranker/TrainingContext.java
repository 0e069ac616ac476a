package dev.linger.ranker;

import dev.linger.data.Progress;
import dev.linger.data.Seed;

/**
 * What every training is given beside its rows.
 *
 * @param seed of the rankers; each trainer derives its own
 * @param threads how many threads may be used, at least 1; the ranker does not depend on it
 * @param progress told of long steps
 * @param quality by which a blend chooses its weights
 */
public record TrainingContext(Seed seed, int threads, Progress progress, BlendQuality quality) {
    public TrainingContext {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be >= 1 but was " + threads);
        }
    }
}
