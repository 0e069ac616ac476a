package dev.linger.pipeline.rolling;

import dev.linger.pipeline.evaluation.listwise.ListMetric;
import java.util.Arrays;
import java.util.List;

/**
 * What one system answered.
 *
 * @param lists the first items of each request's list
 */
record RollingAnswers(RollingSystem system, List<RollingRequests.Request> requests, int[][] lists) {
    RollingAnswers {
        requests = List.copyOf(requests);
    }

    /** A metric of each request's list. */
    double[] of(ListMetric metric) {
        double[] values = new double[lists.length];
        for (int at = 0; at < values.length; at++) {
            int[] relevant = requests.get(at).relevant();
            boolean[] hits = new boolean[lists[at].length];
            for (int position = 0; position < hits.length; position++) {
                hits[position] = Arrays.binarySearch(relevant, lists[at][position]) >= 0;
            }
            values[at] = metric.of(hits, relevant.length);
        }
        return values;
    }
}
