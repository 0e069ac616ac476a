package dev.linger.recommender.retrieval;

import dev.linger.candidates.ItemFilter;
import dev.linger.candidates.SeenItems;
import dev.linger.candidates.Universe;
import java.util.List;

/**
 * What may be recommended to whom at an instant.
 *
 * @param universe items that may be recommended at all
 * @param seen items that are left out, by user
 * @param rule how long a user has seen what was played
 * @param filters what else leaves items out
 */
public record Eligibility(Universe universe, SeenItems seen, SeenRule rule, List<ItemFilter> filters) {
    public Eligibility {
        filters = List.copyOf(filters);
    }

    /** The same where nothing comes again. */
    public Eligibility(Universe universe, SeenItems seen, List<ItemFilter> filters) {
        this(universe, seen, SeenRule.FOREVER, filters);
    }

    /**
     * What may be recommended at a later instant.
     *
     * @param atMillis the instant, in milliseconds since 1970-01-01 UTC
     * @param then what leaves items out on its day
     */
    public Eligibility at(long atMillis, List<ItemFilter> then) {
        return new Eligibility(universe, seen.since(rule.since(atMillis)), rule, then);
    }

    /** Whether an item may be recommended to a user: it is of the universe, passes all filters and has not been seen. */
    public boolean mayBeRecommended(int user, int item) {
        return allows(user, item) && !seen.contains(user, item);
    }

    /** Whether an item of the universe passes all filters, seen or not. */
    boolean allows(int user, int item) {
        return universe.contains(item) && filters.stream().allMatch(filter -> filter.keeps(user, item));
    }

    /**
     * What leaves out how many videos of a user. One that several leave out counts for the first of them: those that were not
     * known, then those seen, then each filter.
     *
     * @param filterNames one for each of the filters
     */
    public Funnel funnel(int user, List<String> filterNames) {
        int[] leftOut = new int[2 + filters.size()];
        int[] seenItems = seen.items(user);
        int next = 0;
        for (int item = 0; item < universe.itemCount(); item++) {
            boolean isSeen = next < seenItems.length && seenItems[next] == item;
            next += isSeen ? 1 : 0;
            int by = universe.contains(item) ? isSeen ? 1 : 2 + firstFilter(user, item) : 0;
            if (by < leftOut.length) {
                leftOut[by]++;
            }
        }
        return Funnel.of(universe.itemCount(), filterNames, leftOut);
    }

    /** The place of the first filter that leaves an item out; their number where all keep it. */
    private int firstFilter(int user, int item) {
        int filter = 0;
        while (filter < filters.size() && filters.get(filter).keeps(user, item)) {
            filter++;
        }
        return filter;
    }
}
