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
    private final int itemBound;

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
        this.itemBound = itemBound(listsOfUser, relevant);
    }

    @Override
    public double applyAsDouble(int[] quotas) {
        CandidateUnion union = new CandidateUnion(quotas);
        double[] recallOfUser = new double[relevant.length];
        workers.forBlocks(relevant.length, USERS_PER_BLOCK, this::workspace, (workspace, block, from, to) -> {
            for (int at = from; at < to; at++) {
                if (relevant[at].length > 0) {
                    union.merge(listsOfUser.get(at), limit, workspace.merge);
                    recallOfUser[at] = (double) workspace.found(relevant[at]) / relevant[at].length;
                }
            }
        });
        double sum = 0;
        for (double recall : recallOfUser) {
            sum += recall;
        }
        return sum / usersCounted;
    }

    private Workspace workspace() {
        return new Workspace(new Merge(listsOfUser.get(0).size(), limit, itemBound), new boolean[itemBound]);
    }

    private static int itemBound(List<List<RankedList>> listsOfUser, int[][] relevant) {
        int bound = 0;
        for (int at = 0; at < relevant.length; at++) {
            int[] items = relevant[at];
            int ofRelevant = items.length == 0 ? 0 : items[items.length - 1] + 1;
            bound = Math.max(bound, Math.max(ofRelevant, Merge.itemBound(listsOfUser.get(at))));
        }
        return bound;
    }

    /**
     * What one thread merges with.
     *
     * @param isRelevant by item; nothing is, between users
     */
    private record Workspace(Merge merge, boolean[] isRelevant) {
        /** How many of the merged items are relevant. */
        int found(int[] relevant) {
            for (int item : relevant) {
                isRelevant[item] = true;
            }
            int found = 0;
            for (int at = 0; at < merge.size(); at++) {
                if (isRelevant[merge.item(at)]) {
                    found++;
                }
            }
            for (int item : relevant) {
                isRelevant[item] = false;
            }
            return found;
        }
    }
}
