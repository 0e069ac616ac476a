package dev.linger.pipeline.evaluation;

import dev.linger.data.RankedList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The same candidates as several systems rank them.
 *
 * @param ranked as rankers score them, at least one, in the order of the tables; the last is made of those before it
 * @param orders what each orderer makes of the one before it, the first of the last that is ranked
 */
public record Systems(List<NamedLists> ranked, List<NamedLists> orders) {
    /** The name of the order of videos that are given, such as those that were shown. */
    public static final String PREFERENCE = "preference";

    public Systems {
        ranked = List.copyOf(ranked);
        orders = List.copyOf(orders);
        if (ranked.isEmpty()) {
            throw new IllegalArgumentException("there must be a system but there is none");
        }
    }

    /** Systems whose lists are not ordered further. */
    public Systems(List<NamedLists> ranked) {
        this(ranked, List.of());
    }

    /**
     * Systems under their names.
     *
     * @param lists of each system, in the order of the names
     */
    public static Systems of(List<String> names, List<List<RankedList>> lists) {
        return new Systems(named(names, lists));
    }

    /** The same, the last ordered further. */
    public Systems ordered(List<String> names, List<List<RankedList>> lists) {
        return new Systems(ranked, named(names, lists));
    }

    private static List<NamedLists> named(List<String> names, List<List<RankedList>> lists) {
        return IntStream.range(0, names.size())
                .mapToObj(system -> new NamedLists(names.get(system), lists.get(system)))
                .toList();
    }

    /** All of them, in the order of the tables. */
    public List<NamedLists> all() {
        return Stream.concat(ranked.stream(), orders.stream()).toList();
    }

    /** The system whose lists users get: the last one, which is made of those before it. */
    public NamedLists served() {
        return orders.isEmpty() ? scored() : orders.get(orders.size() - 1);
    }

    /** That which is served where nothing orders it further. */
    public NamedLists scored() {
        return ranked.get(ranked.size() - 1);
    }

    /** The same, known which lists are the fallback's. */
    public Systems areOfFallback(List<Boolean> known) {
        return new Systems(
                ranked.stream().map(system -> system.areOfFallback(known)).toList(),
                orders.stream().map(system -> system.areOfFallback(known)).toList());
    }

    /** The same as given lists are ranked: not ordered further, and with {@link #PREFERENCE} last, where there is such an order. */
    public Systems ofGivenLists() {
        List<NamedLists> reordered = new ArrayList<>(ranked);
        ranked.stream().filter(system -> system.name().equals(PREFERENCE)).forEach(system -> {
            reordered.remove(system);
            reordered.add(system);
        });
        return new Systems(reordered);
    }

    /** The same with the scores of the served lists alone: of the others the order is measured. */
    public Systems withServedScoresAlone() {
        List<NamedLists> brief = new ArrayList<>(ranked);
        brief.subList(0, ranked.size() - (orders.isEmpty() ? 1 : 0)).replaceAll(NamedLists::ordersAlone);
        return new Systems(brief, orders);
    }
}
