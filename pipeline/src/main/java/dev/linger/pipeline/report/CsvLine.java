package dev.linger.pipeline.report;

import dev.linger.data.IdIndex;
import java.util.ArrayList;
import java.util.List;

/** Cells of a line of a CSV file, as RFC 4180 writes them. */
public final class CsvLine {
    private CsvLine() {}

    /** A text as a cell. */
    public static String cell(String text) {
        return needsQuotes(text) ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    private static boolean needsQuotes(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' || c == ',' || c == '\r' || c == '\n') {
                return true;
            }
        }
        return false;
    }

    /** Adds an id as a cell. */
    public static void append(StringBuilder to, IdIndex ids, int index) {
        if (ids.isText()) {
            to.append(cell(ids.id(index).toString()));
        } else {
            to.append(ids.number(index));
        }
    }

    /** The texts of a line, none of which holds the end of a line; what stands behind a quoted cell belongs to it. */
    public static String[] split(String line) {
        if (line.indexOf('"') < 0) {
            return line.split(",", -1);
        }
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (quoted && c == '"' && at + 1 < line.length() && line.charAt(at + 1) == '"') {
                cell.append(c);
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells.toArray(String[]::new);
    }
}
