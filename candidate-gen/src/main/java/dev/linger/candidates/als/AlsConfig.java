package dev.linger.candidates.als;

import dev.linger.candidates.FitContext;
import dev.linger.candidates.InteractionMatrix;
import dev.linger.candidates.PairPlays;
import dev.linger.candidates.PlayValue;
import dev.linger.candidates.RepeatRule;
import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.TimeDecay;
import dev.linger.candidates.WithheldPairs;
import dev.linger.data.InteractionLog;
import dev.linger.data.Seed;
import dev.linger.data.SideTables;
import dev.linger.data.Workers;
import dev.linger.data.config.Key;
import dev.linger.data.source.DataSize;
import dev.linger.data.store.ModelReader;

/** How factors are fitted; the package's doc has the loss. */
public record AlsConfig(
        @Key(
                        value = "length of a row of factors, 1 to 46340 (whose square is the longest array)",
                        byDefault = "32",
                        because = "more factors can separate finer tastes, and need more plays and time")
                int factorCount,
        @Key(
                        value = "preference p and confidence c of a watched pair",
                        byDefault = "{\"type\": \"watch-ratio\"}",
                        because = "a watched video is liked, the more the longer it was watched")
                Weighting weighting,
        @Key(
                        value = "how the values of a pair's plays are merged",
                        byDefault = "\"sum\"",
                        because = "a re-watch is a stronger sign")
                RepeatRule repeatRule,
        @Key(
                        value =
                                "a play this many days older than the last one of the log counts half in the second part of"
                                        + " c = 1 + alpha * value, >= 0; 0 for no decay; only with a weighting that likes every"
                                        + " pair",
                        byDefault = "0.0",
                        because =
                                "an old play says as much about taste as a new one; with other weightings an old like would"
                                        + " become a dislike")
                double halfLifeDays,
        @Key(
                        value = "weight of the pull of every pair to 0, >= 0",
                        byDefault = "0.05",
                        because =
                                "suits a sparse log; larger values keep unwatched videos low and favour popular ones, as a"
                                        + " dense log needs")
                double unobservedWeight,
        @Key(
                        value = "weight of the factors' length, >= 0",
                        byDefault = "10.0",
                        because = "few plays per row need much, and too much makes all factors vanish")
                double regularization,
        @Key(
                        value =
                                "how that weight grows with the number of pairs of a row: 0 not at all, 1 in proportion",
                        byDefault = "0.5",
                        because = "halfway between the two")
                double regularizationPower,
        @Key(
                        value = "how many times both sides are solved, 1 to 10000",
                        byDefault = "15",
                        because = "the table source-loss shows whether it was enough")
                int iterations,
        @Key(
                        value = "how a row is solved: exactly, or by a few steps from the iteration before",
                        byDefault = "\"conjugate-gradient\"",
                        because = "faster with many factors")
                Solver solver,
        @Key(
                        value = "steps per row with conjugate-gradient, 1 to 1000; unused with cholesky",
                        byDefault = "3",
                        because = "the next iteration goes on where they end")
                int conjugateGradientSteps)
        implements SourceConfig {
    /** How the normal equations of a row are solved. */
    public enum Solver {
        /** Exactly: O(n d^2 + d^3) per row of n pairs and d factors. */
        CHOLESKY,
        /** By a few steps from the row of the iteration before: O(steps (n d + d^2)). */
        CONJUGATE_GRADIENT
    }

    private static final int MOST_FACTORS = 46_340;
    private static final int MOST_ITERATIONS = 10_000;
    private static final int MOST_STEPS = 1_000;

    public AlsConfig {
        check(
                factorCount >= 1 && factorCount <= MOST_FACTORS,
                "factorCount must be in 1.." + MOST_FACTORS,
                factorCount);
        check(
                halfLifeDays >= 0 && halfLifeDays < Double.POSITIVE_INFINITY,
                "halfLifeDays must be >= 0 and finite",
                halfLifeDays);
        check(
                halfLifeDays == 0 || weighting.likesEveryPair(),
                "halfLifeDays must be 0 with a weighting by which a pair can be disliked, because an old like would become"
                        + " a dislike,",
                halfLifeDays);
        check(unobservedWeight >= 0, "unobservedWeight must be >= 0", unobservedWeight);
        check(regularization >= 0, "regularization must be >= 0", regularization);
        check(Double.isFinite(regularizationPower), "regularizationPower must be finite", regularizationPower);
        check(
                iterations >= 1 && iterations <= MOST_ITERATIONS,
                "iterations must be in 1.." + MOST_ITERATIONS,
                iterations);
        check(
                conjugateGradientSteps >= 1 && conjugateGradientSteps <= MOST_STEPS,
                "conjugateGradientSteps must be in 1.." + MOST_STEPS,
                conjugateGradientSteps);
    }

    /**
     * The factors before each of the instants, those of the items twice more for scoring in double, and the sums of their
     * products: of every block of rows, and by thread.
     */
    @Override
    public double heapBytes(DataSize size, int threads) {
        double squares = Gram.blocks(Math.max(size.users(), size.videos())) + 3.0 * threads;
        return 3.0 * Float.BYTES * factorCount * (size.users() + 3.0 * size.videos())
                + Double.BYTES * squares * factorCount * factorCount;
    }

    /** {@inheritDoc} Start values come from the stream {@code als} of the seed. Fits to the same with the same keys are made once. */
    @Override
    public AlsModel fit(FitContext context) {
        return context.memo()
                .get(
                        new ModelKey(context.pairs(), context.withheld(), this, context.seed()),
                        AlsModel.class,
                        () -> train(context));
    }

    private AlsModel train(FitContext context) {
        PairPlays plays = context.pairs();
        return AlsTrainer.train(
                context.memo()
                        .get(
                                new PairsKey(plays, weighting, repeatRule, halfLifeDays),
                                InteractionMatrix.class,
                                () -> pairs(plays, context.itemCount(), context.workers())),
                context.withheld(),
                this,
                AlsTrainer.streams(context.seed()),
                Kernels.chosen(),
                context.workers(),
                context.progress());
    }

    /** What a model depends on. */
    private record ModelKey(PairPlays plays, WithheldPairs withheld, AlsConfig config, Seed seed) {}

    /** What the pairs depend on. */
    private record PairsKey(PairPlays plays, Weighting weighting, RepeatRule repeatRule, double halfLifeDays) {}

    /** A share of the iterations, at least two, since the first starts from noise. */
    @Override
    public SourceConfig withEffort(double share) {
        return new AlsConfig(
                factorCount,
                weighting,
                repeatRule,
                halfLifeDays,
                unobservedWeight,
                regularization,
                regularizationPower,
                Math.min(iterations, Math.max(2, (int) Math.ceil(share * iterations))),
                solver,
                conjugateGradientSteps);
    }

    @Override
    public boolean comparesItems() {
        return true;
    }

    @Override
    public boolean hasPosterior() {
        return true;
    }

    @Override
    public boolean hasEmbeddings() {
        return true;
    }

    @Override
    public AlsModel read(ModelReader from, SideTables tables) {
        return AlsModel.read(this, from, tables);
    }

    /** The pairs that factors are fitted to. */
    InteractionMatrix pairs(PairPlays training, int itemCount, Workers workers) {
        InteractionLog log = training.log();
        long last = log.size() == 0 ? 0 : log.timestampMillis(log.size() - 1);
        return pairs(training, itemCount, weighting.playValue(log), last, workers);
    }

    /** The same with what a play is worth at hand, its age counted to an instant. */
    public InteractionMatrix pairs(PairPlays plays, int itemCount, PlayValue value, long asOfMillis, Workers workers) {
        TimeDecay decay = halfLifeDays == 0 ? TimeDecay.NONE : new TimeDecay(halfLifeDays, asOfMillis);
        return InteractionMatrix.of(plays, itemCount, value, decay, repeatRule, workers);
    }

    /** Weight of the length of a row with that many pairs: {@code regularization * pairs^regularizationPower}. */
    double ridge(int pairs) {
        return regularization * StrictMath.pow(pairs, regularizationPower);
    }

    private static void check(boolean holds, String rule, Number value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + " but was " + value);
        }
    }
}
