package dev.linger.pipeline.report;

import dev.linger.data.csv.IdRows;
import java.util.List;
import java.util.stream.IntStream;

/** Columns of ids. */
public final class Ids {
    private Ids() {}

    public static IdColumn column(String... written) {
        IdRows rows = new IdRows(2, false);
        List.of(written).forEach(rows::add);
        return IdColumn.of("user", rows);
    }

    public static List<String> written(IdColumn column) {
        return IntStream.range(0, column.size()).mapToObj(column::written).toList();
    }
}
