package dev.linger.pipeline.report;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvWriteOptions;

/**
 * Comma-separated values with a header (RFC 4180, lines end with a line feed). What does not apply is empty. The caption
 * follows the columns in each row, so tables of several protocols can be stacked.
 */
public final class CsvFormat implements TableFormat {
    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public String format(ResultTable table) {
        StringWriter text = new StringWriter();
        toTablesaw(table.stackable())
                .write()
                .csv(CsvWriteOptions.builder(text)
                        .lineEnd("\n")
                        .usePrintFormatters(false)
                        .build());
        return text.toString();
    }

    private static Table toTablesaw(ResultTable table) {
        List<List<@Nullable Object>> rows = table.values();
        List<tech.tablesaw.columns.Column<?>> columns = new ArrayList<>();
        List<Column> fields = table.fields();
        for (int at = 0; at < fields.size(); at++) {
            columns.add(column(fields.get(at), rows, at));
        }
        return Table.create(table.id(), columns);
    }

    private static tech.tablesaw.columns.Column<?> column(Column field, List<List<@Nullable Object>> rows, int at) {
        tech.tablesaw.columns.Column<?> column =
                switch (field.kind()) {
                    case TEXT -> StringColumn.create(field.name());
                    case INTEGER -> LongColumn.create(field.name());
                    case DECIMAL, INTERVAL -> DoubleColumn.create(field.name());
                };
        rows.forEach(row -> column.appendObj(row.get(at)));
        return column;
    }
}
