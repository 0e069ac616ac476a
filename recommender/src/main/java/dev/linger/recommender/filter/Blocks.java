package dev.linger.recommender.filter;

import dev.linger.candidates.ItemFilter;
import dev.linger.data.AttributeColumn;
import dev.linger.data.SideTables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a user does not want to see any more.
 *
 * @param creators as the data names them; one that it does not have blocks nothing
 * @param tags ids of tags; likewise
 */
public record Blocks(Set<String> creators, Set<Long> tags) {
    /** Nothing. */
    public static final Blocks NONE = new Blocks(Set.of(), Set.of());

    public Blocks {
        creators = Set.copyOf(creators);
        tags = Set.copyOf(tags);
    }

    /** What both block. */
    public Blocks and(Blocks others) {
        return others.isEmpty() ? this : new Blocks(union(creators, others.creators), union(tags, others.tags));
    }

    /** What is blocked that others do not name. */
    public Blocks without(Blocks others) {
        return new Blocks(difference(creators, others.creators), difference(tags, others.tags));
    }

    public boolean isEmpty() {
        return creators.isEmpty() && tags.isEmpty();
    }

    private static <T> Set<T> union(Set<T> some, Set<T> others) {
        Set<T> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static <T> Set<T> difference(Set<T> some, Set<T> others) {
        Set<T> left = new HashSet<>(some);
        left.removeAll(others);
        return left;
    }

    /** What leaves it out of lists; empty where nothing of the tables is blocked. */
    public Optional<ItemFilter> filter(SideTables tables, int day) {
        List<ItemFilter> filters = new ArrayList<>();
        Optional<AttributeColumn.Category> creator = tables.itemTable().creator();
        if (!creators.isEmpty() && creator.isPresent()) {
            filters.add(new CategoryFilterConfig(creator.get().name(), List.copyOf(creators)).create(tables, day));
        }
        if (!tags.isEmpty()) {
            filters.add(new TagFilterConfig(List.copyOf(tags)).create(tables, day));
        }
        return filters.stream()
                .reduce((one, other) -> (user, item) -> one.keeps(user, item) && other.keeps(user, item));
    }

    /** Whether it keeps a video that is not of the tables. */
    public boolean keeps(String creator, List<Long> ofVideo) {
        return !creators.contains(creator) && Collections.disjoint(tags, ofVideo);
    }
}
