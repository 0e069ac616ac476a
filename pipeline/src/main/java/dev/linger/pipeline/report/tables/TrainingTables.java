package dev.linger.pipeline.report.tables;

import dev.linger.features.FeatureColumn;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.ranker.ColumnImportance;
import dev.linger.ranker.DeviationQuality;
import dev.linger.ranker.HeadQuality;
import dev.linger.ranker.TrainingTrace;
import dev.linger.ranker.blend.BlendMix;
import dev.linger.ranker.blend.BlendParts;
import dev.linger.ranker.blend.BlendRanker;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the rankers learned from and how their training went. */
public final class TrainingTables {
    private static final int DIGITS = 4;

    private TrainingTables() {}

    /**
     * How large a training set is.
     *
     * @param name of the training set
     * @param fitOffered rows in the fit window
     * @param fitUsed of these, rows that are fitted to
     * @param validationOffered rows on the validation days
     * @param validationUsed of these, rows that are validated by
     */
    public record SetSize(String name, long fitOffered, long fitUsed, long validationOffered, long validationUsed) {}

    /** How many rows there were to learn from, and how many of them are learned from. */
    public static ResultTable trainingSets(List<SetSize> sizes) {
        return new ResultTable(
                "training-sets",
                "Training sets: rows available and rows used",
                null,
                List.of(
                        Column.text("training set"),
                        Column.integer("fit window"),
                        Column.integer("to fit"),
                        Column.integer("validation days"),
                        Column.integer("to validate")),
                sizes.stream()
                        .map(size -> List.of(
                                Cell.of(size.name()),
                                Cell.of(size.fitOffered()),
                                Cell.of(size.fitUsed()),
                                Cell.of(size.validationOffered()),
                                Cell.of(size.validationUsed())))
                        .toList(),
                List.of("whole lists (the plays of a user on a day, the candidates of a user) are left out at random to"
                        + " keep to training.maxRows, and plays before the last training.recentDays"));
    }

    /** The columns the ranker saw. */
    public static ResultTable features(List<FeatureColumn> columns) {
        return new ResultTable(
                "features",
                "Features",
                null,
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
                        .toList(),
                List.of(),
                ResultTable.Length.LONG);
    }

    /** How the training of each ranker went, the importance of its columns, and how their blend was chosen. */
    public static List<ResultTable> rankers(List<BlendParts.Member> members, @Nullable BlendRanker blend) {
        List<ResultTable> tables = new ArrayList<>();
        for (BlendParts.Member member : members) {
            member.ranker().trace().ifPresent(trace -> tables.add(rounds(member.name(), trace)));
            if (!member.ranker().headQualities().isEmpty()) {
                tables.add(heads(member.name(), member.ranker().headQualities()));
            }
            member.ranker().deviationQuality().ifPresent(quality -> tables.add(deviations(member.name(), quality)));
            if (!member.ranker().importances().isEmpty()) {
                tables.add(importance(member.name(), member.ranker().importances()));
            }
        }
        if (blend != null) {
            tables.add(blend(blend));
        }
        return tables;
    }

    private static ResultTable rounds(String ranker, TrainingTrace trace) {
        return new ResultTable(
                "ranker-rounds-" + TableId.of(ranker),
                "Ranker " + ranker + ": " + trace.metric() + " by round, best round " + trace.bestRound(),
                null,
                List.of(
                        Column.integer("round"),
                        Column.decimal("fit rows", DIGITS),
                        Column.decimal("validation rows", DIGITS)),
                trace.lines().stream()
                        .map(line -> List.of(Cell.of(line.round()), Cell.of(line.train()), Cell.of(line.validation())))
                        .toList(),
                List.of(),
                ResultTable.Length.LONG);
    }

    private static ResultTable heads(String ranker, List<HeadQuality> heads) {
        return new ResultTable(
                "ranker-heads-" + TableId.of(ranker),
                "Ranker " + ranker + ": chances of each objective on the validation rows",
                null,
                List.of(
                        Column.text("objective"),
                        Column.integer("rows"),
                        Column.decimal("share", DIGITS),
                        Column.decimal("predicted", DIGITS),
                        Column.decimal("AUC", DIGITS),
                        Column.decimal("log loss", DIGITS),
                        Column.decimal("calibrated", DIGITS)),
                heads.stream()
                        .map(head -> List.of(
                                Cell.of(head.head()),
                                Cell.of(head.rows()),
                                Cell.of(head.share()),
                                Cell.of(head.predicted()),
                                Cell.of(head.auc()),
                                Cell.of(head.logLoss()),
                                Cell.of(head.calibrated())))
                        .toList(),
                List.of(
                        "predicted, log loss: before chances are calibrated by the same rows; calibrated: the log loss after"));
    }

    private static ResultTable deviations(String ranker, DeviationQuality quality) {
        return new ResultTable(
                "ranker-deviations-" + TableId.of(ranker),
                "Ranker " + ranker + ": how far predictions are off by how far its members are apart",
                null,
                List.of(
                        Column.integer("rows"),
                        Column.decimal("members", DIGITS),
                        Column.decimal("calibrated", DIGITS),
                        Column.decimal("observed", DIGITS)),
                quality.bins().stream()
                        .map(bin -> List.of(
                                Cell.of(bin.rows()),
                                Cell.of(bin.members()),
                                Cell.of(bin.calibrated()),
                                Cell.of(bin.observed())))
                        .toList(),
                List.of(
                        "tenths of every other list of the validation rows, by rising deviation; members: standard deviation of the"
                                + " members' ratios; observed: root of the mean squared error",
                        String.format(
                                Locale.ROOT,
                                "calibrated: root of %.4f + %.4f variance of the members, fitted to the other lists;"
                                        + " expected calibration error %.3f, of the members %.3f",
                                quality.floor(),
                                quality.slope(),
                                quality.errorOfCalibrated(),
                                quality.errorOfMembers())));
    }

    private static ResultTable importance(String ranker, List<ColumnImportance> importances) {
        return new ResultTable(
                "ranker-importance-" + TableId.of(ranker),
                "Ranker " + ranker + ": importance of each column",
                null,
                List.of(Column.text("column"), Column.decimal("gain", 1), Column.integer("splits")),
                importances.stream()
                        .map(column ->
                                List.of(Cell.of(column.column()), Cell.of(column.gain()), Cell.of(column.splits())))
                        .toList(),
                List.of(),
                ResultTable.Length.LONG);
    }

    private static ResultTable blend(BlendRanker blend) {
        return new ResultTable(
                "ranker-blend",
                "Ranker: weights of the blend's orders, chosen on the validation days",
                null,
                List.of(
                        Column.text("order"),
                        Column.text("weight of"),
                        Column.decimal("set to", 2),
                        Column.decimal("quality", DIGITS)),
                blend.mixes().stream()
                        .flatMap(mix -> mix.trials().stream()
                                .map(trial -> List.of(
                                        Cell.of(mix.name()),
                                        Cell.of(trial.part()),
                                        Cell.of(trial.weight()),
                                        Cell.of(trial.quality()))))
                        .toList(),
                blend.mixes().stream()
                        .map(mix ->
                                mix.name() + ": " + weights(mix, blend.parts().names()))
                        .toList());
    }

    private static String weights(BlendMix mix, List<String> parts) {
        return IntStream.range(0, parts.size())
                .filter(part -> mix.weights()[part] != 0)
                .mapToObj(part -> mix.weights()[part] + " " + parts.get(part))
                .collect(Collectors.joining(" + "));
    }
}
