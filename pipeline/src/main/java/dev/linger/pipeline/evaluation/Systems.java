package dev.linger.pipeline.evaluation;

import java.util.List;

/**
 * The same candidates as several systems rank them.
 *
 * @param all at least one, in the order of the tables
 */
public record Systems(List<NamedLists> all) {
    public Systems {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("there must be a system but there is none");
        }
    }

    /** The system whose lists users get: the last one, which is made of those before it. */
    public NamedLists served() {
        return all.get(all.size() - 1);
    }

    /** Their names, in order. */
    public List<String> names() {
        return all.stream().map(NamedLists::name).toList();
    }
}
