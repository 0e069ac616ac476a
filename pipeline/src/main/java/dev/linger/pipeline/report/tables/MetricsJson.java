package dev.linger.pipeline.report.tables;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.pipeline.report.Caption;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that runs are judged by as one tree, {@code protocol / relevance rule / system / metric}, the file {@code
 * metrics.json}: what trackers of experiments read.
 */
public final class MetricsJson {
    private MetricsJson() {}

    /** The tree of the tables of stages and of predictions among these. */
    public static String of(List<ResultTable> tables) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        for (ResultTable table : tables) {
            Caption caption = table.caption();
            if (caption != null
                    && (table.id().startsWith("stages-") || table.id().startsWith("predictions-"))) {
                ObjectNode byRule = root.withObjectProperty(caption.protocol()).withObjectProperty(caption.relevance());
                add(byRule, table);
            }
        }
        return root.toPrettyString().replace(System.lineSeparator(), "\n") + "\n";
    }

    private static void add(ObjectNode bySystem, ResultTable table) {
        List<Column> fields = table.fields();
        for (List<@Nullable Object> row : table.values()) {
            ObjectNode metrics = bySystem.withObjectProperty(String.valueOf(row.get(0)));
            for (int at = 1; at < fields.size(); at++) {
                if (row.get(at) instanceof Double value && Double.isFinite(value)) {
                    metrics.put(fields.get(at).name(), value);
                }
            }
        }
    }
}
