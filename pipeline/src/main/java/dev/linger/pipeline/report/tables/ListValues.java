package dev.linger.pipeline.report.tables;

import dev.linger.data.IdIndex;
import dev.linger.pipeline.evaluation.ListMetric;
import dev.linger.pipeline.report.UserValues;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the list of each user is worth by each system: no table, but what paired differences are made of. */
public final class ListValues {
    private static final List<Measure> MEASURES =
            List.of(new Measure(ListMetric.NDCG, 10), new Measure(ListMetric.RECALL, 50));

    private ListValues() {}

    /**
     * NDCG@10, Recall@50 and Recall@limit of the users counted.
     *
     * @param limit how many candidates a user are re-ranked
     * @param ids of the users
     */
    public static UserValues of(Protocol protocol, List<NamedLists> systems, int limit, IdIndex ids) {
        List<Measure> measures = Stream.concat(MEASURES.stream(), Stream.of(new Measure(ListMetric.RECALL, limit)))
                .distinct()
                .toList();
        MeasuredSystems measured = new MeasuredSystems(systems, protocol.judgments(), measures);
        return new UserValues(
                protocol.id(""),
                Arrays.stream(protocol.judgments().users()).mapToLong(ids::id).toArray(),
                measured.names().stream()
                        .flatMap(system -> measures.stream().map(measure -> system + " " + measure.name()))
                        .toList(),
                measured.names().stream()
                        .flatMap(system -> measures.stream().map(measure -> measure.values(measured.of(system))))
                        .toArray(double[][]::new));
    }
}
