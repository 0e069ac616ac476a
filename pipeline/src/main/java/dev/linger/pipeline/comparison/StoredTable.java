package dev.linger.pipeline.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linger.data.InputException;
import dev.linger.pipeline.report.Caption;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table of a finished run, read from its JSON file. */
public final class StoredTable {
    private StoredTable() {}

    /**
     * Reads {@code tables/ID.json} of a run's folder.
     *
     * @throws InputException if the run has no such table, or it is not as this Linger writes it
     */
    public static ResultTable read(Path run, String id) {
        JsonFile file = JsonFile.read(run.resolve("tables/" + id + ".json"));
        try {
            return table(file);
        } catch (IllegalArgumentException refused) {
            throw new InputException(file.origin() + ": " + refused.getMessage() + "; make the run again", refused);
        }
    }

    private static ResultTable table(JsonFile file) {
        List<Column> columns = new ArrayList<>();
        for (int at = 0; at < file.at("/columns").tree().size(); at++) {
            columns.add(column(file.at("/columns/" + at)));
        }
        List<List<Cell>> rows = new ArrayList<>();
        Set<Integer> served = new HashSet<>();
        for (int at = 0; at < file.at("/rows").tree().size(); at++) {
            JsonFile row = file.at("/rows/" + at);
            rows.add(columns.stream().map(column -> cell(row, column)).toList());
            if (row.tree().path(ResultTable.SERVED).asText().equals("yes")) {
                served.add(at);
            }
        }
        List<String> notes = new ArrayList<>();
        file.at("/notes").tree().forEach(note -> notes.add(note.asText()));
        return new ResultTable(file.text("/id"), file.text("/title"), caption(file), columns, rows, notes)
                .serving(served);
    }

    private static Column column(JsonFile column) {
        String kind = column.text("/kind").toUpperCase(Locale.ROOT);
        return new Column(
                column.text("/name"), Column.Kind.valueOf(kind), column.whole("/digits", 0, Integer.MAX_VALUE));
    }

    private static Cell cell(JsonFile row, Column column) {
        String name = "/" + column.name().replace("~", "~0").replace("/", "~1");
        return switch (column.kind()) {
            case TEXT -> Cell.of(row.text(name));
            case INTEGER -> Cell.of(row.whole(name));
            case DECIMAL -> Cell.of(row.number(name));
            case INTERVAL -> Cell.of(row.number(name + " low"), row.number(name + " high"));
        };
    }

    private static @Nullable Caption caption(JsonFile file) {
        JsonNode caption = file.tree().path("caption");
        return caption.isMissingNode()
                ? null
                : new Caption(
                        file.text("/caption/protocol"),
                        file.text("/caption/universe"),
                        file.text("/caption/relevance"),
                        file.whole("/caption/usersCounted", 0, Integer.MAX_VALUE),
                        file.text("/caption/cut"),
                        caption.path("leftOut").asText(""));
    }
}
