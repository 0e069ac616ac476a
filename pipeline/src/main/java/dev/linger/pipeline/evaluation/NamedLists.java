package dev.linger.pipeline.evaluation;

import dev.linger.data.RankedList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The lists of one system or of one candidate source.
 *
 * @param name as the tables print it
 * @param lists at most one a user
 * @param isFallback whether each is really the fallback's; empty where that is not known
 */
public record NamedLists(String name, List<RankedList> lists, List<Boolean> isFallback) {
    public NamedLists {
        lists = List.copyOf(lists);
        isFallback = List.copyOf(isFallback);
        if (!isFallback.isEmpty() && isFallback.size() != lists.size()) {
            throw new IllegalArgumentException(name + " has " + lists.size() + " lists but says of " + isFallback.size()
                    + " whether they are the fallback's");
        }
    }

    /** Lists of which it is not known whether they are the fallback's. */
    public NamedLists(String name, List<RankedList> lists) {
        this(name, lists, List.of());
    }

    /** The share of lists that are the fallback's; empty where that is not known. */
    public OptionalDouble fallbackShare() {
        return isFallback.stream().mapToDouble(fallback -> fallback ? 1 : 0).average();
    }

    /** The same, known whether they are the fallback's. */
    public NamedLists areOfFallback(List<Boolean> known) {
        return new NamedLists(name, lists, known);
    }

    /** The same lists without their scores. */
    public NamedLists ordersAlone() {
        return new NamedLists(name, lists.stream().map(RankedList::orderAlone).toList(), isFallback);
    }

    /** The lists of some users alone. */
    public NamedLists of(int[] ascendingUsers) {
        int[] kept = IntStream.range(0, lists.size())
                .filter(at -> Arrays.binarySearch(ascendingUsers, lists.get(at).user()) >= 0)
                .toArray();
        return new NamedLists(
                name,
                IntStream.of(kept).mapToObj(lists::get).toList(),
                isFallback.isEmpty()
                        ? isFallback
                        : IntStream.of(kept).mapToObj(isFallback::get).toList());
    }
}
