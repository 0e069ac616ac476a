package dev.linger.pipeline.report.tables;

import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.ListMetrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The metrics of several systems by name, in the order given. */
final class MeasuredSystems {
    private final Map<String, ListMetrics> metrics = new LinkedHashMap<>();

    MeasuredSystems(List<NamedLists> systems, Judgments judgments, List<Measure> measures) {
        int[] cutoffs = measures.stream().mapToInt(Measure::cutoff).distinct().toArray();
        for (NamedLists system : systems) {
            if (metrics.put(system.name(), ListMetrics.of(judgments, system.lists(), cutoffs)) != null) {
                throw new IllegalArgumentException("two systems are named " + system.name());
            }
        }
    }

    Set<String> names() {
        return metrics.keySet();
    }

    ListMetrics of(String name) {
        ListMetrics found = metrics.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no system is named " + name + ", only " + names());
        }
        return found;
    }
}
