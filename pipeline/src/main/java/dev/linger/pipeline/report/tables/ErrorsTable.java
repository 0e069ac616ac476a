package dev.linger.pipeline.report.tables;

import dev.linger.pipeline.report.Caption;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.report.ValueGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** How the error of predictions differs by the length of the video and by how much is known of the user. */
public final class ErrorsTable {
    private static final int DIGITS = 4;

    private ErrorsTable() {}

    /**
     * The table.
     *
     * @param predicted of each play
     * @param watched the watch ratio of each
     * @param durationMillis of its video
     * @param playsBefore of its user
     */
    public static ResultTable of(
            Caption caption,
            String ranker,
            double[] predicted,
            double[] watched,
            IntToDoubleFunction durationMillis,
            IntToDoubleFunction playsBefore) {
        List<List<Cell>> rows = new ArrayList<>();
        addRows(rows, ValueGroups.DURATION, predicted, watched, durationMillis);
        addRows(rows, ValueGroups.ACTIVITY, predicted, watched, playsBefore);
        return new ResultTable(
                TableId.of("errors", caption.protocol(), caption.relevance()),
                "Errors of " + ranker + " by video and user",
                caption,
                List.of(
                        Column.text("by"),
                        Column.text("group"),
                        Column.integer("plays"),
                        Column.decimal("MAE", DIGITS),
                        Column.decimal("bias", DIGITS)),
                rows,
                List.of("bias: mean prediction less mean watch ratio"),
                ResultTable.Length.LONG);
    }

    private static void addRows(
            List<List<Cell>> rows,
            ValueGroups groups,
            double[] predicted,
            double[] watched,
            IntToDoubleFunction value) {
        int size = groups.names().size();
        long[] plays = new long[size];
        double[] errors = new double[size];
        double[] biases = new double[size];
        for (int play = 0; play < predicted.length; play++) {
            int group = groups.of(value.applyAsDouble(play));
            plays[group]++;
            errors[group] += Math.abs(predicted[play] - watched[play]);
            biases[group] += predicted[play] - watched[play];
        }
        for (int group = 0; group < size; group++) {
            rows.add(List.of(
                    Cell.of(groups.by()),
                    Cell.of(groups.names().get(group)),
                    Cell.of(plays[group]),
                    Cell.of(errors[group] / plays[group]),
                    Cell.of(biases[group] / plays[group])));
        }
    }
}
