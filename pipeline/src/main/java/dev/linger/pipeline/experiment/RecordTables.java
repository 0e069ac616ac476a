package dev.linger.pipeline.experiment;

import dev.linger.candidates.union.QuotaSearch;
import dev.linger.data.kuairec.DataReport;
import dev.linger.data.kuairec.LogStatistics;
import dev.linger.data.kuairec.LogStatistics.Distribution;
import dev.linger.features.FeatureColumn;
import dev.linger.pipeline.config.Source;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.report.tables.TableId;
import dev.linger.pipeline.reranking.Reranker;
import dev.linger.pipeline.retrieval.AlsSearch;
import dev.linger.pipeline.training.TrainingSetBuilder;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.lightgbm.LightGbmRanker;
import dev.linger.ranker.training.BlendParts;
import dev.linger.ranker.training.BlendRanker;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tables of what was read and fitted; they measure nothing, so they have no protocol. */
public final class RecordTables {
    private static final int DIGITS = 4;

    private RecordTables() {}

    /** What was read, what the cleaning rules did, and what the log looks like. */
    public static List<ResultTable> data(DataReport report) {
        return List.of(files(report), rules(report), log(report.log()));
    }

    private static ResultTable files(DataReport report) {
        return table(
                "data-files",
                "Data: files",
                List.of(
                        Column.text("file"),
                        Column.integer("bytes"),
                        Column.integer("rows read"),
                        Column.integer("rows kept")),
                report.files().stream()
                        .map(file -> List.of(
                                Cell.of(file.name()),
                                Cell.of(file.bytes()),
                                Cell.of(file.rowsRead()),
                                Cell.of(file.rowsKept())))
                        .toList());
    }

    private static ResultTable rules(DataReport report) {
        List<List<Cell>> rows = report.hits().stream()
                .map(hit -> List.of(
                        Cell.of(hit.file()),
                        Cell.of(hit.rule().label()),
                        Cell.of(hit.rows()),
                        Cell.of(hit.action().name().toLowerCase(Locale.ROOT)),
                        Cell.of(
                                hit.examples().isEmpty()
                                        ? ""
                                        : hit.examples().get(0).place())))
                .toList();
        List<String> notes = report.hits().stream()
                .map(hit -> hit.rule())
                .distinct()
                .sorted()
                .map(rule -> rule.label() + ": " + rule.description())
                .toList();
        return new ResultTable(
                "data-rules",
                "Data: cleaning rules that hit a row",
                null,
                List.of(
                        Column.text("file"),
                        Column.text("rule"),
                        Column.integer("rows"),
                        Column.text("rows are"),
                        Column.text("first")),
                rows,
                notes);
    }

    private static ResultTable log(LogStatistics log) {
        return new ResultTable(
                "data-log",
                "Data: the log after cleaning",
                null,
                List.of(
                        Column.text("of"),
                        Column.decimal("mean", DIGITS),
                        Column.decimal("min", DIGITS),
                        Column.decimal("quartile 1", DIGITS),
                        Column.decimal("median", DIGITS),
                        Column.decimal("quartile 3", DIGITS),
                        Column.decimal("max", DIGITS)),
                List.of(
                        distribution("watch_ratio", log.watchRatio()),
                        distribution("duration, ms", log.durationMillis()),
                        distribution("plays a user", log.rowsPerUser())),
                List.of(String.format(
                        Locale.ROOT,
                        "%,d plays of %,d users and %,d videos on %d days, %s to %s; watch_ratio >= 1 in %.1f %%",
                        log.rows(),
                        log.users(),
                        log.items(),
                        log.days(),
                        LocalDate.ofEpochDay(log.firstDay()),
                        LocalDate.ofEpochDay(log.lastDay()),
                        100 * log.shareAtLeastOne())));
    }

    private static List<Cell> distribution(String of, Distribution values) {
        return List.of(
                Cell.of(of),
                Cell.of(values.mean()),
                Cell.of(values.min()),
                Cell.of(values.lowerQuartile()),
                Cell.of(values.median()),
                Cell.of(values.upperQuartile()),
                Cell.of(values.max()));
    }

    /** How many rows there were to learn from, and how many of them are learned from. */
    public static ResultTable trainingSets(
            TrainingSets trainingSets, Map<TrainingSetKind, TrainingSetBuilder.Offered> offered) {
        List<List<Cell>> rows = new ArrayList<>();
        for (TrainingSetKind kind : TrainingSetKind.values()) {
            TrainingSetBuilder.Offered there = offered.get(kind);
            if (there != null) {
                TrainingSets.Rows learned = trainingSets.of(kind);
                rows.add(List.of(
                        Cell.of(kind.label()),
                        Cell.of((long) there.fit()),
                        Cell.of((long) learned.fitRows()),
                        Cell.of((long) there.validation()),
                        Cell.of((long) learned.all().size() - learned.fitRows())));
            }
        }
        return new ResultTable(
                "training-sets",
                "TrainingSets: rows there were and rows learned from",
                null,
                List.of(
                        Column.text("training set"),
                        Column.integer("fit window"),
                        Column.integer("to fit"),
                        Column.integer("validation days"),
                        Column.integer("to validate")),
                rows,
                List.of(
                        "whole lists are left out by chance, as training.maxRows says: the plays of a user on a day, the"
                                + " candidates of a user; and plays before the last training.recentDays"));
    }

    /** The columns the ranker saw. */
    public static ResultTable features(List<FeatureColumn> columns) {
        return table(
                "features",
                "Features",
                List.of(
                        Column.text("column"),
                        Column.text("kind"),
                        Column.text("unit"),
                        Column.text("missing means"),
                        Column.text("known at request")),
                columns.stream()
                        .map(column -> List.of(
                                Cell.of(column.name()),
                                Cell.of(column.kind().name().toLowerCase(Locale.ROOT)),
                                Cell.of(column.unit()),
                                Cell.of(column.missing()),
                                Cell.of(column.knownAtRequest() ? "yes" : "no")))
                        .toList());
    }

    /** What each setting of ALS was worth on the validation days. */
    public static ResultTable alsSearch(AlsSearch search) {
        return table(
                "als-search",
                "ALS: settings tried on the validation days",
                List.of(
                        Column.integer("setting"),
                        Column.decimal("NDCG@10", DIGITS),
                        Column.decimal("recall", DIGITS),
                        Column.integer("factors"),
                        Column.text("weighting"),
                        Column.decimal("unobserved", 3),
                        Column.decimal("regularization", 3),
                        Column.decimal("power", 2)),
                IntStream.range(0, search.trials().size())
                        .mapToObj(at -> {
                            AlsSearch.Trial trial = search.trials().get(at);
                            return List.of(
                                    Cell.of(at),
                                    Cell.of(trial.ndcg()),
                                    Cell.of(trial.recall()),
                                    Cell.of(trial.config().factorCount()),
                                    Cell.of(trial.config().weighting().toString()),
                                    Cell.of(trial.config().unobservedWeight()),
                                    Cell.of(trial.config().regularization()),
                                    Cell.of(trial.config().regularizationPower()));
                        })
                        .toList());
    }

    /** The share of the candidates each source was given, move by move. */
    public static ResultTable quotas(List<Source> sources, List<QuotaSearch.Step> steps) {
        List<Column> columns = new ArrayList<>(List.of(Column.decimal("recall, mean of the rules", DIGITS)));
        sources.forEach(source -> columns.add(Column.integer(source.label())));
        return table(
                "candidate-quotas",
                "Candidates: quotas of the sources, chosen on the validation days",
                columns,
                steps.stream()
                        .map(step -> Stream.concat(
                                        Stream.of(Cell.of(step.recall())),
                                        Arrays.stream(step.quotas()).mapToObj(quota -> Cell.of((long) quota)))
                                .toList())
                        .toList());
    }

    /** The loss of ALS after each iteration. */
    public static ResultTable alsLoss(double[] trace) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int iteration = 0; iteration < trace.length; iteration++) {
            rows.add(List.of(Cell.of(iteration + 1L), Cell.of(trace[iteration])));
        }
        return table(
                "als-loss",
                "ALS: loss after each iteration",
                List.of(Column.integer("iteration"), Column.decimal("loss", 1)),
                rows);
    }

    /** How the training of each ranker went and what its columns were worth, and how their blend was chosen. */
    public static List<ResultTable> training(Reranker stageTwo) {
        List<ResultTable> tables = new ArrayList<>();
        for (BlendParts.Member member : stageTwo.members()) {
            if (member.ranker() instanceof LightGbmRanker trees) {
                tables.add(rounds(member.name(), trees));
                tables.add(importance(member.name(), trees));
            }
        }
        if (stageTwo.blend() != null) {
            tables.add(blend(stageTwo.blend()));
        }
        return tables;
    }

    private static ResultTable rounds(String ranker, LightGbmRanker trees) {
        return table(
                "ranker-rounds-" + TableId.of(ranker),
                "Ranker " + ranker + ": " + trees.log().metric() + " by round, best round "
                        + trees.log().bestRound(),
                List.of(
                        Column.integer("round"),
                        Column.decimal("fit rows", DIGITS),
                        Column.decimal("validation rows", DIGITS)),
                trees.log().lines().stream()
                        .map(line -> List.of(Cell.of(line.round()), Cell.of(line.train()), Cell.of(line.validation())))
                        .toList());
    }

    private static ResultTable importance(String ranker, LightGbmRanker trees) {
        return table(
                "ranker-importance-" + TableId.of(ranker),
                "Ranker " + ranker + ": what each column was worth",
                List.of(Column.text("column"), Column.decimal("gain", 1), Column.integer("splits")),
                trees.importances().stream()
                        .map(column ->
                                List.of(Cell.of(column.column()), Cell.of(column.gain()), Cell.of(column.splits())))
                        .toList());
    }

    private static ResultTable blend(BlendRanker blend) {
        List<String> names = blend.parts().names();
        List<String> chosen = IntStream.range(0, names.size())
                .filter(part -> blend.weights()[part] != 0)
                .mapToObj(part -> blend.weights()[part] + " " + names.get(part))
                .toList();
        return new ResultTable(
                "ranker-blend",
                "Ranker: weights of the blend, chosen on the validation days",
                null,
                List.of(
                        Column.text("weight of"),
                        Column.decimal("set to", 2),
                        Column.decimal("NDCG@10, mean of the rules", DIGITS)),
                blend.trials().stream()
                        .map(trial -> List.of(Cell.of(trial.part()), Cell.of(trial.weight()), Cell.of(trial.quality())))
                        .toList(),
                List.of("blend: " + String.join(" + ", chosen)));
    }

    private static ResultTable table(String id, String title, List<Column> columns, List<List<Cell>> rows) {
        return new ResultTable(id, title, null, columns, rows, List.of());
    }
}
