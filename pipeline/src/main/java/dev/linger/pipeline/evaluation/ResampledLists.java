package dev.linger.pipeline.evaluation;

import dev.linger.data.Workers;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What several systems of one protocol are in each resample, by which any two of them are compared: small, so that it is kept
 * where the resamples are not.
 *
 * @param sums over the users of each resample, a row a system and metric
 * @param means over the users and videos of each resample, a row a system and metric that is compared so
 */
public record ResampledLists(List<double[]> sums, List<double[]> means) {
    public ResampledLists {
        sums = List.copyOf(sums);
        means = List.copyOf(means);
    }

    /**
     * By what systems are compared.
     *
     * @param metrics by resamples of users
     * @param byBoth those of them that are compared by resamples of users and videos too
     * @param bootstrap of users and videos, and of users
     */
    public record Comparing(List<ListMetric> metrics, List<ListMetric> byBoth, TwoWayBootstrap bootstrap) {
        public Comparing {
            metrics = List.copyOf(metrics);
            byBoth = List.copyOf(byBoth);
        }

        /** Resamples systems, each metric by one of the workers. */
        public ResampledLists resampled(List<MeasuredLists> systems, Workers workers) {
            bootstrap.draw(workers);
            return new ResampledLists(
                    workers.map(systems.size() * metrics.size(), row -> of(systems, metrics, row)
                            .resampled(metrics.get(row % metrics.size()), bootstrap.ofUsers())
                            .sums()),
                    workers.map(systems.size() * byBoth.size(), row -> of(systems, byBoth, row)
                            .means(byBoth.get(row % byBoth.size()), bootstrap)));
        }

        /** Gives these systems what the same resamples made of them elsewhere. */
        public void give(ResampledLists known, List<MeasuredLists> systems) {
            for (int row = 0; row < known.sums.size(); row++) {
                of(systems, metrics, row)
                        .know(metrics.get(row % metrics.size()), bootstrap.ofUsers(), known.sums.get(row));
            }
            for (int row = 0; row < known.means.size(); row++) {
                of(systems, byBoth, row).know(byBoth.get(row % byBoth.size()), bootstrap, known.means.get(row));
            }
        }

        private static ListMetrics of(List<MeasuredLists> systems, List<ListMetric> metrics, int row) {
            return systems.get(row / metrics.size()).metrics();
        }
    }

    public void write(ColumnWriter out) throws IOException {
        write(sums, out);
        write(means, out);
    }

    private static void write(List<double[]> rows, ColumnWriter out) throws IOException {
        out.number(rows.size());
        for (double[] row : rows) {
            out.doubles(row);
        }
    }

    /** What {@link #write} wrote. */
    public static ResampledLists read(ColumnReader in) throws IOException {
        return new ResampledLists(rows(in), rows(in));
    }

    private static List<double[]> rows(ColumnReader in) throws IOException {
        List<double[]> rows = new ArrayList<>();
        int count = in.number();
        for (int row = 0; row < count; row++) {
            rows.add(in.doubles());
        }
        return rows;
    }
}
