package dev.linger.pipeline.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object a table: id, title, caption, columns, rows as objects with the columns as keys in their order, notes.
 * The columns tell kind and digits, so the table can be read back and shown as it was.
 */
public final class JsonFormat implements TableFormat {
    @Override
    public String extension() {
        return "json";
    }

    @Override
    public String format(ResultTable table) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("id", table.id());
        root.put("title", table.title());
        Caption caption = table.caption();
        if (caption != null) {
            putCaption(root.putObject("caption"), caption);
        }
        putColumns(root.putArray("columns"), table.columns());
        ArrayNode rows = root.putArray("rows");
        List<Column> fields = table.fields();
        for (List<@Nullable Object> row : table.values()) {
            putRow(rows.addObject(), fields, row);
        }
        ArrayNode notes = root.putArray("notes");
        table.notes().forEach(notes::add);
        return root.toPrettyString().replace(System.lineSeparator(), "\n") + "\n";
    }

    private static void putCaption(ObjectNode node, Caption caption) {
        node.put("protocol", caption.protocol());
        node.put("universe", caption.universe());
        node.put("relevance", caption.relevance());
        node.put("usersCounted", caption.users());
        node.put("tieRule", Caption.TIE_RULE);
        node.put("cut", caption.cut());
        if (!caption.leftOut().isEmpty()) {
            node.put("leftOut", caption.leftOut());
        }
    }

    private static void putColumns(ArrayNode node, List<Column> columns) {
        for (Column column : columns) {
            node.addObject()
                    .put("name", column.name())
                    .put("kind", column.kind().name().toLowerCase(Locale.ROOT))
                    .put("digits", column.digits());
        }
    }

    private static void putRow(ObjectNode node, List<Column> fields, List<@Nullable Object> values) {
        for (int at = 0; at < fields.size(); at++) {
            node.putPOJO(fields.get(at).name(), values.get(at));
        }
    }
}
