package dev.linger.pipeline.rolling;

import dev.linger.pipeline.evaluation.PairedBootstrap;
import dev.linger.pipeline.evaluation.RankBiasedOverlap;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.pipeline.evaluation.listwise.Ndcg;
import dev.linger.pipeline.evaluation.listwise.Recall;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The tables of a replay.
 *
 * @param requests what was asked
 * @param rule what is relevant
 * @param firstDay local day of the cut
 */
record RollingTables(RollingRequests requests, String rule, int firstDay, PairedBootstrap bootstrap) {
    private static final List<ListMetric> METRICS = List.of(new Ndcg(10), new Recall(50));
    private static final int OVERLAP = 10;

    /** So many items of a list are looked at. */
    static final int LONGEST =
            METRICS.stream().mapToInt(ListMetric::cutoff).max().orElseThrow();

    /** The smallest number of plays since the fit of each row. */
    private static final int[] PLAYS = {0, 1, 3, 10, 30};

    List<ResultTable> of(List<RollingAnswers> answers) {
        return List.of(systems(answers), days(answers), plays(answers));
    }

    private ResultTable systems(List<RollingAnswers> answers) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("system")));
        for (ListMetric metric : METRICS) {
            columns.add(Column.decimal(metric.name(), 4));
            columns.add(Column.decimal(metric.name() + " gain", 4));
            columns.add(Column.interval(metric.name() + " 95 % interval", 4));
        }
        List<List<Cell>> cells = new ArrayList<>();
        for (RollingAnswers of : answers) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(of.system().name())));
            for (ListMetric metric : METRICS) {
                double[] values = byUser(of.of(metric));
                PairedBootstrap.Difference gain =
                        bootstrap.compare(values, byUser(answers.get(0).of(metric)));
                row.add(Cell.of(Arrays.stream(values).average().orElse(Double.NaN)));
                row.add(Cell.of(gain.mean()));
                row.add(Cell.of(gain.low(), gain.high()));
            }
            cells.add(row);
        }
        return new ResultTable(
                "rolling",
                "Rolling: lists asked for when each session begins",
                null,
                columns,
                cells,
                List.of(
                        requests.all().size() + " requests of " + users() + " users"
                                + (requests.sessions() > requests.all().size()
                                        ? ", drawn from " + requests.sessions() + " sessions with a relevant video"
                                        : "")
                                + "; relevant: " + rule
                                + ", played in the session or later that day, and not before it; mean over users of"
                                + " the mean over their requests",
                        "gain: over the frozen system; interval: percentiles over " + bootstrap.resamples()
                                + " resamples of users",
                        "every system leaves out what the user has played, and has the videos that were known at the cut;"
                                + " user folded in: sources that score users by their plays know all of them; item"
                                + " counts: sources that count plays go on counting; features: as features.freshness"
                                + " says"));
    }

    private ResultTable days(List<RollingAnswers> answers) {
        return parts(
                "rolling-days",
                "Rolling, by days since the cut",
                "days since the cut",
                request -> request.day() - firstDay,
                answers);
    }

    private ResultTable plays(List<RollingAnswers> answers) {
        return parts(
                "rolling-plays",
                "Rolling, by how much the user has played since the cut",
                "plays since the cut",
                request -> IntStream.of(PLAYS)
                        .filter(least -> least <= request.playsSince())
                        .max()
                        .orElse(0),
                answers);
    }

    private interface Part {
        int of(RollingRequests.Request request);
    }

    private ResultTable parts(String id, String title, String column, Part part, List<RollingAnswers> answers) {
        RollingAnswers frozen = system(answers, RollingSystem.FROZEN);
        RollingAnswers all = system(answers, RollingSystem.ALL);
        RollingAnswers refitted = system(answers, RollingSystem.REFITTED);
        SortedMap<Integer, List<Integer>> rows = new TreeMap<>();
        for (int at = 0; at < requests.all().size(); at++) {
            rows.computeIfAbsent(part.of(requests.all().get(at)), none -> new ArrayList<>())
                    .add(at);
        }
        double[][] values = {frozen.of(METRICS.get(0)), all.of(METRICS.get(0)), refitted.of(METRICS.get(0))};
        List<List<Cell>> cells = new ArrayList<>();
        rows.forEach((least, of) -> cells.add(List.of(
                Cell.of((long) least),
                Cell.of((long) of.size()),
                Cell.of(mean(of, values[0])),
                Cell.of(mean(of, values[1])),
                Cell.of(mean(of, values[2])),
                Cell.of(of.stream()
                        .mapToDouble(at -> overlap(all.lists()[at], refitted.lists()[at]))
                        .average()
                        .orElse(Double.NaN)))));
        return new ResultTable(
                id,
                title,
                null,
                List.of(
                        Column.integer(column),
                        Column.integer("requests"),
                        Column.decimal("frozen", 4),
                        Column.decimal("all three", 4),
                        Column.decimal("refitted daily", 4),
                        Column.decimal("RBO to refitted", 3)),
                cells,
                List.of(
                        METRICS.get(0).name() + ", mean over requests"
                                + (id.endsWith("plays") ? "; a row holds as many or more, up to the next row" : ""),
                        "RBO: rank-biased overlap of the first " + OVERLAP
                                + " of all three with those after a daily refit, 1 where both are the same"));
    }

    private static double mean(List<Integer> of, double[] values) {
        return of.stream().mapToDouble(at -> values[at]).average().orElse(Double.NaN);
    }

    private static double overlap(int[] one, int[] other) {
        return RankBiasedOverlap.of(first(one), first(other));
    }

    private static List<Long> first(int[] items) {
        return IntStream.of(items).limit(OVERLAP).asLongStream().boxed().toList();
    }

    private static RollingAnswers system(List<RollingAnswers> answers, RollingSystem system) {
        return answers.stream()
                .filter(of -> of.system().equals(system))
                .findFirst()
                .orElseThrow();
    }

    private long users() {
        return requests.all().stream()
                .mapToInt(RollingRequests.Request::user)
                .distinct()
                .count();
    }

    /** The mean of each user's requests, by rising user. */
    private double[] byUser(double[] values) {
        SortedMap<Integer, double[]> sums = new TreeMap<>();
        for (int at = 0; at < values.length; at++) {
            double[] sum = sums.computeIfAbsent(requests.all().get(at).user(), none -> new double[2]);
            sum[0] += values[at];
            sum[1]++;
        }
        return sums.values().stream().mapToDouble(sum -> sum[0] / sum[1]).toArray();
    }
}
