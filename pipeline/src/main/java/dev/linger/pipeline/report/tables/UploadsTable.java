package dev.linger.pipeline.report.tables;

import dev.linger.pipeline.evaluation.pointwise.Xauc;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.recommender.creators.CreatorCounts;
import dev.linger.recommender.creators.UploadExamples;
import dev.linger.recommender.creators.UploadModel;
import dev.linger.recommender.creators.UploadTrainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How well it can be told whether creators upload again. */
public final class UploadsTable {
    private static final int DIGITS = 4;

    private UploadsTable() {}

    /**
     * The table.
     *
     * @param before examples whose outcome lies before the cut
     * @param after examples of the days from the cut on
     * @param within days in which an upload counts
     */
    public static ResultTable of(UploadExamples before, UploadExamples after, int within) {
        List<List<Cell>> rows = new ArrayList<>();
        int validated = before.firstValidated();
        addTo(rows, "validation", before.before(validated - within + 1), before.from(validated), within);
        addTo(rows, "test", before, after, within);
        List<String> notes = new ArrayList<>(List.of(
                "a creator who had uploaded before a day, and a day: whether they upload on it or the " + (within - 1)
                        + " days after",
                "validation: the latest quarter of the days before the cut, by models of the days before; test: the days"
                        + " from the cut on whose outcome the log holds",
                "log loss: mean of -ln of the chance given to what came; calibration: predicted against share"));
        UploadTrainer.fit(before, within).ifPresent(model -> notes.add(weights(model)));
        return new ResultTable(
                "creator-uploads",
                "Creators: P(uploads within " + within + (within == 1 ? " day)" : " days)"),
                null,
                List.of(
                        Column.text("part"),
                        Column.text("by"),
                        Column.integer("examples"),
                        Column.decimal("share", DIGITS),
                        Column.decimal("predicted", DIGITS),
                        Column.decimal("AUC", DIGITS),
                        Column.decimal("log loss", DIGITS)),
                rows,
                notes);
    }

    private static String weights(UploadModel model) {
        return "log-odds of the last: "
                + IntStream.range(0, model.weights().length)
                        .mapToObj(column -> String.format(Locale.ROOT, "%+.3f", model.weights()[column]) + " ln(1 + "
                                + CreatorCounts.columns().get(column) + ")")
                        .collect(Collectors.joining(" "));
    }

    private static void addTo(
            List<List<Cell>> rows, String part, UploadExamples fit, UploadExamples measured, int within) {
        Optional<UploadModel> all = UploadTrainer.fit(fit, within);
        if (all.isEmpty() || measured.size() == 0) {
            return;
        }
        double[] share = new double[measured.size()];
        Arrays.fill(share, (double) fit.positives() / fit.size());
        rows.add(row(part, "base rate", measured, share));
        rows.add(row(
                part,
                "past uploads",
                measured,
                chances(UploadTrainer.byUploadsAlone(fit, within).orElseThrow(), measured)));
        rows.add(row(part, "past uploads and plays", measured, chances(all.get(), measured)));
    }

    private static double[] chances(UploadModel model, UploadExamples of) {
        return of.rows().stream().mapToDouble(model::chance).toArray();
    }

    private static List<Cell> row(String part, String by, UploadExamples of, double[] chances) {
        double[] labels = new double[of.size()];
        double loss = 0;
        for (int row = 0; row < labels.length; row++) {
            labels[row] = of.uploads()[row] ? 1 : 0;
            loss -= StrictMath.log(of.uploads()[row] ? chances[row] : 1 - chances[row]);
        }
        return List.of(
                Cell.of(part),
                Cell.of(by),
                Cell.of((long) of.size()),
                Cell.of((double) of.positives() / of.size()),
                Cell.of(Arrays.stream(chances).sum() / of.size()),
                Cell.of(Xauc.of(chances, labels)),
                Cell.of(loss / of.size()));
    }
}
