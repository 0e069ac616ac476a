package dev.linger.candidates.union;

import dev.linger.data.RankedList;
import java.util.Arrays;
import java.util.List;

/**
 * Merges the lists of several sources by quotas: source s contributes its best {@code quotas[s]} items that no earlier source
 * has contributed, going further down its list where items repeat. What short lists leave open is filled by the sources in
 * turn, one item each.
 *
 * @param quotas how many items each source contributes, at least 0 each
 */
public record CandidateUnion(int[] quotas) {
    public CandidateUnion {
        quotas = quotas.clone();
        if (quotas.length == 0 || Arrays.stream(quotas).anyMatch(quota -> quota < 0)) {
            throw new IllegalArgumentException(
                    "quotas must be at least one, each >= 0, but were " + Arrays.toString(quotas));
        }
    }

    @Override
    public int[] quotas() {
        return quotas.clone();
    }

    /**
     * The merged candidates of one user, at most {@code limit}; fewer only where the lists end.
     *
     * @param sourceLists one list a source, all of the same user; no list is read beyond its best {@code limit}, because all
     *     items above the one that is taken are in the merged list too
     * @param limit at least 1 and at least the sum of the quotas
     */
    public MergedCandidates merge(List<RankedList> sourceLists, int limit) {
        check(sourceLists, limit);
        Merge merge = new Merge(sourceLists, limit);
        for (int source = 0; source < quotas.length; source++) {
            for (int taken = 0; taken < quotas[source] && merge.takeNext(source); taken++) {}
        }
        merge.fillInTurn();
        return merge.merged();
    }

    private void check(List<RankedList> sourceLists, int limit) {
        if (sourceLists.size() != quotas.length) {
            throw new IllegalArgumentException(sourceLists.size() + " lists for " + quotas.length + " quotas");
        }
        long sum = Arrays.stream(quotas).asLongStream().sum();
        if (limit < 1 || sum > limit) {
            throw new IllegalArgumentException(
                    "limit must be >= 1 and >= the sum of the quotas, " + sum + ", but was " + limit);
        }
        for (RankedList list : sourceLists) {
            if (list.user() != sourceLists.get(0).user()) {
                throw new IllegalArgumentException(
                        "lists of users " + sourceLists.get(0).user() + " and " + list.user() + " cannot be merged");
            }
        }
    }

    /** One merge under way. */
    private static final class Merge {
        private final List<RankedList> lists;
        private final int limit;
        private final int[] next;
        private final boolean[] isTaken;
        private final int[] items;
        private final int[] source;
        private int size;

        Merge(List<RankedList> lists, int limit) {
            this.lists = lists;
            this.limit = limit;
            this.next = new int[lists.size()];
            this.isTaken = new boolean[itemBound(lists)];
            this.items = new int[Math.min(limit, total(lists))];
            this.source = new int[items.length];
        }

        /** Takes the source's best item that is not taken yet; false where its list or the merged one has ended. */
        boolean takeNext(int of) {
            int[] from = lists.get(of).items();
            while (next[of] < from.length && isTaken[from[next[of]]]) {
                next[of]++;
            }
            if (next[of] == from.length || size == items.length) {
                return false;
            }
            int item = from[next[of]];
            isTaken[item] = true;
            items[size] = item;
            source[size++] = of;
            return true;
        }

        void fillInTurn() {
            boolean found = true;
            while (found) {
                found = false;
                for (int of = 0; of < next.length; of++) {
                    found |= takeNext(of);
                }
            }
        }

        MergedCandidates merged() {
            int[] count = new int[isTaken.length];
            for (RankedList list : lists) {
                for (int at = 0; at < Math.min(limit, list.size()); at++) {
                    count[list.items()[at]]++;
                }
            }
            int[] foundBy = new int[size];
            Arrays.setAll(foundBy, at -> count[items[at]]);
            return new MergedCandidates(
                    lists.get(0).user(), Arrays.copyOf(items, size), Arrays.copyOf(source, size), foundBy);
        }

        private static int itemBound(List<RankedList> lists) {
            int bound = 0;
            for (RankedList list : lists) {
                for (int item : list.items()) {
                    bound = Math.max(bound, item + 1);
                }
            }
            return bound;
        }

        private static int total(List<RankedList> lists) {
            return lists.stream().mapToInt(RankedList::size).sum();
        }
    }
}
