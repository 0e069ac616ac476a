package dev.linger.recommender.retrieval;

import dev.linger.candidates.ItemFilter;
import dev.linger.candidates.SeenItems;
import dev.linger.candidates.Universe;
import java.util.List;

/**
 * What may be recommended to whom.
 *
 * @param universe items that may be recommended at all
 * @param seen items that are left out, by user
 * @param filters what else leaves items out
 */
public record Eligibility(Universe universe, SeenItems seen, List<ItemFilter> filters) {
    public Eligibility {
        filters = List.copyOf(filters);
    }

    /** Whether an item may be recommended to a user: it is of the universe, passes all filters and has not been seen. */
    public boolean mayBeRecommended(int user, int item) {
        return allows(user, item) && !seen.contains(user, item);
    }

    /** Whether an item of the universe passes all filters, seen or not. */
    boolean allows(int user, int item) {
        return universe.contains(item) && filters.stream().allMatch(filter -> filter.keeps(user, item));
    }
}
