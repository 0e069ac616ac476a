package dev.linger.pipeline.report.tables;

import dev.linger.data.IdIndex;
import dev.linger.pipeline.evaluation.MeasuredLists;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.pipeline.report.IdColumn;
import dev.linger.pipeline.report.UserValues;
import java.util.List;

/** What the list of each user is worth by each system: no table, but what paired differences are made of. */
public final class ListValues {
    private ListValues() {}

    /**
     * Every metric and Recall@limit of the users counted.
     *
     * @param limit how many candidates a user are re-ranked
     * @param ids of the users
     */
    public static UserValues of(
            Protocol protocol, List<MeasuredLists> systems, Measures measures, int limit, IdIndex ids) {
        List<ListMetric> metrics = Measures.withRecall(measures.metrics(), limit);
        MeasuredSystems measured = new MeasuredSystems(systems);
        return new UserValues(
                protocol.id(""),
                new IdColumn(ids, protocol.judgments().users()),
                measured.names().stream()
                        .flatMap(system -> metrics.stream().map(metric -> system + " " + metric.name()))
                        .toList(),
                measured.names().stream()
                        .flatMap(system -> metrics.stream()
                                .map(metric -> measured.of(system).values(metric)))
                        .toArray(double[][]::new));
    }
}
