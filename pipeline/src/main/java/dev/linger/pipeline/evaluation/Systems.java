package dev.linger.pipeline.evaluation;

import dev.linger.data.RankedList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The same candidates as several systems rank them.
 *
 * @param all at least one, in the order of the tables
 */
public record Systems(List<NamedLists> all) {
    /** The name of the order of videos that are given, such as those that were shown. */
    public static final String PREFERENCE = "preference";

    public Systems {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("there must be a system but there is none");
        }
    }

    /**
     * Systems under their names.
     *
     * @param lists of each system, in the order of the names
     */
    public static Systems of(List<String> names, List<List<RankedList>> lists) {
        return new Systems(IntStream.range(0, names.size())
                .mapToObj(system -> new NamedLists(names.get(system), lists.get(system)))
                .toList());
    }

    /** The system whose lists users get: the last one, which is made of those before it. */
    public NamedLists served() {
        return all.get(all.size() - 1);
    }

    /** The same with {@link #PREFERENCE} last, where there is such an order. */
    public Systems ofGivenLists() {
        List<NamedLists> ordered = new ArrayList<>(all);
        all.stream().filter(system -> system.name().equals(PREFERENCE)).forEach(system -> {
            ordered.remove(system);
            ordered.add(system);
        });
        return new Systems(ordered);
    }

    /** The same with the scores of the served lists alone: of the others the order is measured. */
    public Systems withServedScoresAlone() {
        List<NamedLists> brief = new ArrayList<>(all);
        brief.subList(0, all.size() - 1).replaceAll(NamedLists::ordersAlone);
        return new Systems(brief);
    }

    /** Their names, in order. */
    public List<String> names() {
        return all.stream().map(NamedLists::name).toList();
    }
}
