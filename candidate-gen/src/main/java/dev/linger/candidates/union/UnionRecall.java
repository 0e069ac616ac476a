package dev.linger.candidates.union;

import dev.linger.data.RankedList;
import dev.linger.data.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Recall at the limit of the merged candidates of validation users, by quotas.
 *
 * <pre>
 * recall = mean over users with a relevant item of |merged candidates and relevant| / |relevant|
 * </pre>
 */
public final class UnionRecall implements ToDoubleFunction<int[]> {
    private static final int USERS_PER_BLOCK = 64;

    private final List<List<RankedList>> listsOfUser;
    private final int[][] relevant;
    private final int limit;
    private final Workers workers;
    private final int usersCounted;

    /**
     * @param listsOfUser of each validation user the list of each source, of {@code limit} items where it has so many
     * @param relevant of each of these users the distinct relevant items, ascending; at least one user has some
     * @param limit how many candidates a user gets
     */
    public UnionRecall(List<List<RankedList>> listsOfUser, int[][] relevant, int limit, Workers workers) {
        if (listsOfUser.size() != relevant.length) {
            throw new IllegalArgumentException(
                    "lists of " + listsOfUser.size() + " users but relevant items of " + relevant.length);
        }
        this.listsOfUser = List.copyOf(listsOfUser);
        this.relevant = relevant;
        this.limit = limit;
        this.workers = workers;
        this.usersCounted =
                (int) Arrays.stream(relevant).filter(items -> items.length > 0).count();
        if (usersCounted == 0) {
            throw new IllegalArgumentException("no user has a relevant item, so there is no recall");
        }
    }

    @Override
    public double applyAsDouble(int[] quotas) {
        CandidateUnion union = new CandidateUnion(quotas);
        double[] recallOfUser = new double[relevant.length];
        workers.forBlocks(relevant.length, USERS_PER_BLOCK, (from, to) -> {
            for (int at = from; at < to; at++) {
                if (relevant[at].length > 0) {
                    recallOfUser[at] = recall(union.merge(listsOfUser.get(at), limit), relevant[at]);
                }
            }
        });
        double sum = 0;
        for (double recall : recallOfUser) {
            sum += recall;
        }
        return sum / usersCounted;
    }

    private static double recall(MergedCandidates candidates, int[] relevant) {
        int found = 0;
        for (int item : candidates.items()) {
            if (Arrays.binarySearch(relevant, item) >= 0) {
                found++;
            }
        }
        return (double) found / relevant.length;
    }
}
