package dev.linger.candidates;

import dev.linger.data.InteractionLog;
import dev.linger.data.Workers;
import java.util.Arrays;
import java.util.List;

/**
 * The log with the plays of each (user, item) pair merged by a {@link RepeatRule}, by user and by item.
 *
 * <p>The value of a pair is {@code rule(value * decay weight of each of its plays, in order of time)}.
 */
public final class InteractionMatrix {
    private static final int USERS_PER_BLOCK = 64;

    private final SparseRows byUser;

    private InteractionMatrix(SparseRows byUser) {
        this.byUser = byUser;
    }

    /**
     * Merges the plays of each pair; all count alike, however old.
     *
     * @param plays of all pairs
     * @param itemCount number of items, with or without plays
     * @param value what a play is worth
     * @param rule how a pair's plays are merged
     */
    public static InteractionMatrix of(
            PairPlays plays, int itemCount, PlayValue value, RepeatRule rule, Workers workers) {
        return of(plays, itemCount, value, TimeDecay.NONE, rule, workers);
    }

    /**
     * The same with plays that count the less the older they are.
     *
     * @param decay what is left of a play's value by its age
     */
    public static InteractionMatrix of(
            PairPlays plays, int itemCount, PlayValue value, TimeDecay decay, RepeatRule rule, Workers workers) {
        return of(plays, itemCount, List.of(value), decay, rule, workers).get(0);
    }

    /** The same for each of some values at once: the age of a play is looked at only once. */
    public static List<InteractionMatrix> of(
            PairPlays plays, int itemCount, List<PlayValue> values, TimeDecay decay, RepeatRule rule, Workers workers) {
        SparsePattern pairs = plays.pairs();
        float[][] merged = new float[values.size()][pairs.size()];
        workers.forBlocks(plays.userCount(), USERS_PER_BLOCK, (from, to) -> {
            double[] soFar = new double[merged.length];
            for (int pair = pairs.from(from); pair < pairs.from(to); pair++) {
                merge(plays, pair, values, decay, rule, soFar);
                for (int value = 0; value < soFar.length; value++) {
                    merged[value][pair] = (float) soFar[value];
                }
            }
        });
        return Arrays.stream(merged)
                .map(of -> new SparseRows(itemCount, pairs.start(), pairs.column(), of))
                .map(InteractionMatrix::new)
                .toList();
    }

    private static void merge(
            PairPlays plays, int pair, List<PlayValue> values, TimeDecay decay, RepeatRule rule, double[] soFar) {
        InteractionLog log = plays.log();
        Arrays.fill(soFar, 0);
        for (int play = 0; play < plays.plays(pair); play++) {
            int row = plays.row(pair, play);
            double weight = decay.weight(log.timestampMillis(row));
            for (int value = 0; value < soFar.length; value++) {
                double worth = values.get(value).of(log.durationMillis(row), log.watchRatio(row)) * weight;
                soFar[value] = rule.fold(soFar[value], play, worth);
            }
        }
    }

    /** Row = user, column = item, value = the pair's. */
    public SparseRows byUser() {
        return byUser;
    }

    /** Row = item, column = user, value = the pair's; made whenever it is asked for, so that it is held no longer than used. */
    public SparseRows byItem() {
        return byUser.transposed();
    }
}
