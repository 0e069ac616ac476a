package dev.linger.pipeline.run;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.pipeline.cache.StepCache;

/**
 * What every stage of a run works with.
 *
 * @param seed the one seed
 * @param workers the one pool
 * @param progress where long steps tell how far they are
 * @param interventions what an audit makes wrong on purpose; nothing in every other run
 * @param cache values of steps that earlier runs made, with the same interventions and no others
 */
public record RunContext(Seed seed, Workers workers, Progress progress, Interventions interventions, StepCache cache) {
    public RunContext {
        cache = cache.under(interventions.name());
    }

    public RunContext(Seed seed, Workers workers, Progress progress) {
        this(seed, workers, progress, Interventions.HONEST, StepCache.NONE);
    }

    public RunContext with(Interventions others) {
        return new RunContext(seed, workers, progress, others, cache);
    }

    public RunContext with(StepCache other) {
        return new RunContext(seed, workers, progress, interventions, other);
    }
}
