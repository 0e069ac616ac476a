package dev.linger.pipeline.run;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.Workers;

/**
 * What every stage of a run works with.
 *
 * @param seed the one seed
 * @param workers the one pool
 * @param progress where long steps tell how far they are
 * @param interventions what an audit makes wrong on purpose; nothing in every other run
 */
public record RunContext(Seed seed, Workers workers, Progress progress, Interventions interventions) {
    public RunContext(Seed seed, Workers workers, Progress progress) {
        this(seed, workers, progress, Interventions.HONEST);
    }

    public RunContext with(Interventions others) {
        return new RunContext(seed, workers, progress, others);
    }
}
