package dev.linger.pipeline.report.tables;

import dev.linger.pipeline.evaluation.ListMetrics;
import dev.linger.pipeline.evaluation.MeasuredLists;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The metrics of several systems by name, in the order given. */
final class MeasuredSystems {
    private final Map<String, ListMetrics> measured = new LinkedHashMap<>();

    MeasuredSystems(List<MeasuredLists> systems) {
        for (MeasuredLists system : systems) {
            if (measured.put(system.name(), system.metrics()) != null) {
                throw new IllegalArgumentException("two systems are named " + system.name());
            }
        }
    }

    Set<String> names() {
        return measured.keySet();
    }

    ListMetrics of(String name) {
        ListMetrics found = measured.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no system is named " + name + ", only " + names());
        }
        return found;
    }
}
