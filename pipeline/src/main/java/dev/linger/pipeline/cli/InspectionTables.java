package dev.linger.pipeline.cli;

import dev.linger.data.source.DataInspection;
import dev.linger.data.source.DataInspection.Figure;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.List;
import java.util.function.DoubleFunction;

/** An inspection of data as tables: each statistic beside the one published of the reference. */
final class InspectionTables {
    private InspectionTables() {}

    static List<ResultTable> of(DataInspection inspection) {
        return List.of(
                table(
                        "inspect-counts",
                        "Data: counts, as the files stand",
                        inspection.counts(),
                        Column.integer("this data"),
                        Column.integer(inspection.reference()),
                        value -> Cell.of((long) value),
                        List.of()),
                table(
                        "inspect-shapes",
                        "Data: shapes, as the files stand; durations in milliseconds",
                        inspection.shapes(),
                        Column.decimal("this data", 3),
                        Column.decimal(inspection.reference(), 3),
                        Cell::of,
                        inspection.notes()));
    }

    private static ResultTable table(
            String id,
            String title,
            List<Figure> figures,
            Column own,
            Column published,
            DoubleFunction<Cell> cell,
            List<String> notes) {
        return new ResultTable(
                id,
                title,
                null,
                List.of(Column.text("of"), Column.text("statistic"), own, published, Column.decimal("difference %", 1)),
                figures.stream()
                        .map(figure -> List.of(
                                Cell.of(figure.of()),
                                Cell.of(figure.statistic()),
                                cell.apply(figure.value()),
                                cell.apply(figure.published()),
                                Cell.of(figure.differencePercent())))
                        .toList(),
                notes);
    }
}
