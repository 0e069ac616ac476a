package dev.linger.ranker;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import java.util.List;

/**
 * What every training is given beside its rows.
 *
 * @param seed of the rankers; each trainer derives its own
 * @param threads how many threads may be used, at least 1; the ranker does not depend on it
 * @param progress told of long steps
 * @param goals for each of which a blend chooses weights; users get the order of the last
 * @param known what is trained already
 */
public record TrainingContext(Seed seed, int threads, Progress progress, List<BlendGoal> goals, KnownRankers known) {
    /** Nothing is trained already. */
    public TrainingContext(Seed seed, int threads, Progress progress, List<BlendGoal> goals) {
        this(seed, threads, progress, goals, KnownRankers.NONE);
    }

    public TrainingContext {
        goals = List.copyOf(goals);
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be >= 1 but was " + threads);
        }
    }
}
