package dev.linger.pipeline.report.tables;

import dev.linger.data.IdIndex;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.MeasuredLists;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.pipeline.report.IdColumn;
import dev.linger.pipeline.report.IdValues;
import java.util.Arrays;
import java.util.List;

/**
 * What each relevant video adds to what the list that its user gets is worth, the file {@code relevant.csv}: what segments of
 * videos are made of.
 *
 * <p>One row a user counted and relevant video that a list could hold, one column "SYSTEM METRIC" a first metric that is a sum over
 * videos ({@link ListMetric#addsUp}). The rows of a user add up to the user's value; 0 where the video is not among the first k.
 */
public final class RelevantPairs {
    /** The file, as seen from the run folder. */
    public static final String FILE = "relevant.csv";

    /** Its ids. */
    public static final List<String> KEYS = List.of("user_id", "video_id");

    private RelevantPairs() {}

    /** The rows of the served system, ascending by user, then video. */
    public static IdValues of(ListTables lists, Measures measures, IdIndex users, IdIndex items) {
        Judgments judgments = lists.protocol().judgments();
        int[] counted = judgments.users();
        int[][] relevant = Arrays.stream(counted).mapToObj(judgments::relevant).toArray(int[][]::new);
        int[] starts = new int[counted.length + 1];
        for (int at = 0; at < counted.length; at++) {
            starts[at + 1] = starts[at] + relevant[at].length;
        }
        int[][] rows = new int[KEYS.size()][starts[counted.length]];
        for (int at = 0; at < counted.length; at++) {
            Arrays.fill(rows[0], starts[at], starts[at + 1], counted[at]);
            System.arraycopy(relevant[at], 0, rows[1], starts[at], relevant[at].length);
        }
        List<ListMetric> metrics =
                measures.toReadFirst().stream().filter(ListMetric::addsUp).toList();
        return new IdValues(
                KEYS,
                List.of(new IdColumn(users, rows[0]), new IdColumn(items, rows[1])),
                metrics.stream()
                        .map(metric -> lists.served().name() + " " + metric.name())
                        .toList(),
                metrics.stream()
                        .map(metric -> added(lists.served(), metric, relevant, starts))
                        .toArray(double[][]::new));
    }

    private static double[] added(MeasuredLists served, ListMetric metric, int[][] relevant, int[] starts) {
        double[] added = new double[starts[relevant.length]];
        served.metrics()
                .forEachHit(
                        metric,
                        (user, item, value) -> added[starts[user] + Arrays.binarySearch(relevant[user], item)] = value);
        return added;
    }
}
