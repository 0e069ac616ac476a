package dev.linger.candidates.union;

import dev.linger.data.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Finds quotas by greedy exchange: all of the limit begins with the first source; then, as long as recall rises, the one
 * move of a step's items from one source to another that raises it most is made. Deterministic: of equally good moves the
 * one from the earliest source, then to the earliest, is made.
 *
 * <p>For S sources each round asks for the recall of at most S (S - 1) quotas. The end is a maximum among single moves and may
 * be none among all quotas.
 */
public final class QuotaSearch {
    private QuotaSearch() {}

    /**
     * Quotas and what they find.
     *
     * @param quotas one per source; they sum to the limit
     * @param recall recall at the limit
     */
    public record Step(int[] quotas, double recall) {}

    /**
     * The quotas after each move made, from the start to the best, which is the last.
     *
     * @param sourceCount at least 1
     * @param limit how many candidates the quotas sum to, at least 1
     * @param step how many items a move takes, at least 1; a source that has fewer gives what it has
     * @param recall of quotas, such as {@link UnionRecall}; never NaN
     */
    public static List<Step> search(
            int sourceCount, int limit, int step, ToDoubleFunction<int[]> recall, Progress progress) {
        if (sourceCount < 1 || limit < 1 || step < 1) {
            throw new IllegalArgumentException(
                    "sourceCount, limit and step must be >= 1 but were " + sourceCount + ", " + limit + " and " + step);
        }
        int[] quotas = new int[sourceCount];
        quotas[0] = limit;
        List<Step> steps = new ArrayList<>();
        try (Progress.Task task = progress.start("search quotas", "quotas", -1)) {
            Step best = step(quotas, recall);
            Step before;
            do {
                steps.add(best);
                before = best;
                best = bestMove(before, step, recall, task);
            } while (best.recall() > before.recall());
        }
        return List.copyOf(steps);
    }

    /** The best of the quotas one move away, or the quotas themselves where none is better. */
    private static Step bestMove(Step now, int step, ToDoubleFunction<int[]> recall, Progress.Task task) {
        Step best = now;
        for (int from = 0; from < now.quotas().length; from++) {
            for (int to = 0; to < now.quotas().length; to++) {
                if (from != to && now.quotas()[from] > 0) {
                    int[] quotas = now.quotas().clone();
                    int items = Math.min(step, quotas[from]);
                    quotas[from] -= items;
                    quotas[to] += items;
                    Step moved = step(quotas, recall);
                    best = moved.recall() > best.recall() ? moved : best;
                    task.advance(1);
                }
            }
        }
        return best;
    }

    private static Step step(int[] quotas, ToDoubleFunction<int[]> recall) {
        double found = recall.applyAsDouble(quotas.clone());
        if (Double.isNaN(found)) {
            throw new IllegalArgumentException("the recall of quotas " + Arrays.toString(quotas) + " is NaN");
        }
        return new Step(quotas, found);
    }
}
