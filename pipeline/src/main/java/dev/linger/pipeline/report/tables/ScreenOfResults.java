package dev.linger.pipeline.report.tables;

import dev.linger.pipeline.evaluation.ListMetrics;
import dev.linger.pipeline.evaluation.MeasuredLists;
import dev.linger.pipeline.evaluation.PairedBootstrap;
import dev.linger.pipeline.evaluation.TwoWayBootstrap;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.pipeline.evaluation.listwise.Recall;
import dev.linger.pipeline.evaluation.pointwise.NamedPredictions;
import dev.linger.pipeline.run.Screen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The results of a run in one screen: candidates and their ceiling, stage one, each ranker, what a user gets with its interval,
 * and where relevant videos are lost.
 *
 * @param endToEnd by the first relevance rule
 * @param exposed what users were shown, by the same
 * @param firstSource the baseline whose order the candidates have
 * @param limit how many candidates a user has
 */
public record ScreenOfResults(
        ListTables endToEnd, ListTables exposed, String firstSource, Measures measures, int limit) {
    private static final int NAME = 44;
    private static final int BASELINES = 2;
    private static final int PAGE = 10;

    /** The lines, each of 80 columns at most once they are folded. */
    public List<String> lines(NamedPredictions ranker, NamedPredictions constant) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(row(
                "  End to end, " + endToEnd.protocol().judgments().rule() + ", "
                        + String.format(
                                Locale.ROOT,
                                "%,d users",
                                endToEnd.protocol().judgments().userCount()),
                measures.toReadFirst().stream().map(ListMetric::name).toList()));
        best(endToEnd, BASELINES).forEach(baseline -> lines.add(row("  " + baseline.name(), baseline)));
        lines.add(row(
                "  candidates, as stage one orders them", endToEnd.retrieval().stageOne()));
        List<MeasuredLists> reranked = endToEnd.reranked();
        for (MeasuredLists system : reranked.subList(0, reranked.size() - 1)) {
            lines.add(row("  " + system.name(), system));
        }
        lines.add(row("> " + served().name() + ": what users get", served()));
        lines.add(row(
                "  oracle: the best order of the candidates",
                endToEnd.retrieval().oracle()));
        lines.add("  " + gain());
        lines.add("  " + losses());
        lines.add("Shown videos, " + measures.headline().name() + ": " + shown());
        lines.add(String.format(
                Locale.ROOT,
                "Watch ratio of each play: MAE %.4f by %s, %.4f by %s; XAUC %.3f",
                ranker.metrics().mae(),
                ranker.name(),
                constant.metrics().mae(),
                constant.name(),
                ranker.metrics().xauc()));
        return lines;
    }

    private MeasuredLists served() {
        return endToEnd.served();
    }

    private List<MeasuredLists> best(ListTables lists, int count) {
        return lists.retrieval().baselines().stream()
                .filter(baseline -> !baseline.name().equals(firstSource))
                .sorted(Comparator.comparingDouble(
                        (MeasuredLists system) -> -system.metrics().mean(measures.headline())))
                .limit(count)
                .sorted(Comparator.comparingDouble(system -> system.metrics().mean(measures.headline())))
                .toList();
    }

    private String row(String name, MeasuredLists system) {
        return row(
                name,
                measures.toReadFirst().stream()
                        .map(metric -> four(system.metrics().mean(metric)))
                        .toList());
    }

    private static String row(String name, List<String> cells) {
        StringBuilder line = new StringBuilder(Screen.fitted(name, NAME));
        cells.forEach(cell -> line.append(String.format(Locale.ROOT, " %12s", cell)));
        return line.toString().stripTrailing();
    }

    private String gain() {
        ListMetric metric = measures.headline();
        ListMetrics stageOne = endToEnd.retrieval().stageOne().metrics();
        PairedBootstrap.Difference gain = served().metrics().less(stageOne, metric, measures.bootstrap());
        String both = "";
        if (metric.addsUp()) {
            TwoWayBootstrap.Interval interval = measures.bootstrap()
                    .twoWay(endToEnd.protocol().judgments())
                    .compare(served().metrics(), stageOne, metric);
            both = String.format(Locale.ROOT, ", of users and videos [%.4f, %.4f]", interval.low(), interval.high());
        }
        return String.format(
                Locale.ROOT,
                "%s less stage one: %s %+.4f, 95 %% over resampled users [%.4f, %.4f]%s",
                served().name(),
                metric.name(),
                gain.mean(),
                gain.low(),
                gain.high(),
                both);
    }

    private String losses() {
        ListMetrics lists = served().metrics();
        long relevant = endToEnd.protocol().judgments().relevantPairs();
        long noList = endToEnd.protocol().judgments().leftOut().pairs();
        long found = lists.hits(limit);
        long first = lists.hits(PAGE);
        return String.format(
                Locale.ROOT,
                "Of %,d relevant videos %,d were seen before or not known then, %,d are not among the %d candidates of their"
                        + " user (whose recall is %.3f), %,d are ranked below %d, %,d above.",
                relevant + noList,
                noList,
                relevant - found,
                limit,
                endToEnd.retrieval().stageOne().metrics().mean(new Recall(limit)),
                found - first,
                PAGE,
                first);
    }

    /** The order of given videos, and the best baseline, where there is one. */
    private String shown() {
        return Stream.concat(Stream.of(exposed.served()), best(exposed, 1).stream())
                .map(system -> system.name() + " " + four(system.metrics().mean(measures.headline())))
                .collect(Collectors.joining(", "));
    }

    private static String four(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
