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
     * @param sourceLists one list per source, all of the same user; no list is read beyond its best {@code limit}, because all
     *     items above the one that is taken are in the merged list too
     * @param limit at least 1 and at least the sum of the quotas
     */
    public MergedCandidates merge(List<RankedList> sourceLists, int limit) {
        check(sourceLists, limit);
        int total = sourceLists.stream().mapToInt(RankedList::size).sum();
        Merge merge = new Merge(quotas.length, Math.min(limit, total), Merge.itemBound(sourceLists));
        merge.merge(sourceLists, quotas);
        int[] items = merge.items();
        return new MergedCandidates(
                sourceLists.get(0).user(), items, merge.sources(), foundBy(items, sourceLists, limit));
    }

    /** The same, left in {@code into}, which must have room for the limit or all items. */
    void merge(List<RankedList> sourceLists, int limit, Merge into) {
        check(sourceLists, limit);
        into.merge(sourceLists, quotas);
    }

    private static int[] foundBy(int[] items, List<RankedList> lists, int limit) {
        int[] count = new int[Merge.itemBound(lists)];
        for (RankedList list : lists) {
            for (int at = 0; at < Math.min(limit, list.size()); at++) {
                count[list.items()[at]]++;
            }
        }
        return Arrays.stream(items).map(item -> count[item]).toArray();
    }

    private void check(List<RankedList> sourceLists, int limit) {
        if (sourceLists.size() != quotas.length) {
            throw new IllegalArgumentException(sourceLists.size() + " lists for " + quotas.length + " quotas");
        }
        long sum = 0;
        for (int quota : quotas) {
            sum += quota;
        }
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
}
