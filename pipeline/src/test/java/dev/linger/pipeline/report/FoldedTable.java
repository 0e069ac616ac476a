package dev.linger.pipeline.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads the text of a folded table back, as a person does who looks for the column of a name. */
final class FoldedTable {
    private static final String SAME = "In all rows: ";
    private static final int HIGHEST_HEADING = 6;

    private final ResultTable table;
    private final List<String> lines;
    private final Map<String, List<String>> columns = new HashMap<>();

    FoldedTable(String text, ResultTable table) {
        this.table = table;
        this.lines = text.lines().toList();
        IntStream.range(0, lines.size()).filter(at -> isRule(lines.get(at))).forEach(this::readBlock);
        readSame();
    }

    /** The cells, row by row. */
    List<List<String>> rows() {
        return IntStream.range(0, table.rows().size())
                .mapToObj(row -> table.columns().stream()
                        .map(column -> columns.get(column.name()).get(row))
                        .toList())
                .toList();
    }

    private static boolean isRule(String line) {
        return line.matches("( *-{2,})+");
    }

    private void readBlock(int rule) {
        List<int[]> extents = extents(lines.get(rule));
        List<Column> heads = extents.stream().map(extent -> head(rule, extent)).toList();
        Map<String, List<String>> block = new HashMap<>();
        heads.forEach(head -> block.put(head.name(), new ArrayList<>()));
        for (int at = rule + 1; at < lines.size() && isOfRow(lines.get(at)); at++) {
            String line = lines.get(at);
            boolean begins = IntStream.range(0, heads.size()).anyMatch(column -> {
                String cell = cut(line, extents.get(column));
                return !cell.isBlank() && (heads.get(column).kind() != Column.Kind.TEXT || !cell.startsWith("  "));
            });
            for (int column = 0; column < heads.size(); column++) {
                String part = cut(line, extents.get(column)).strip();
                List<String> cells = block.get(heads.get(column).name());
                if (begins) {
                    cells.add(part);
                } else if (!part.isEmpty()) {
                    cells.add(joined(cells.remove(cells.size() - 1), part));
                }
            }
        }
        columns.putAll(block);
    }

    private static boolean isOfRow(String line) {
        return !line.isEmpty() && !line.startsWith("* ");
    }

    private static String joined(String before, String part) {
        return before.endsWith("\\") ? before.substring(0, before.length() - 1) + part : before + " " + part;
    }

    /** The column whose name ends right above the rule, in these columns of text. */
    private Column head(int rule, int[] extent) {
        String above = lines.subList(Math.max(0, rule - HIGHEST_HEADING), rule).stream()
                .map(line -> cut(line, extent).strip())
                .filter(part -> !part.isEmpty())
                .reduce("", FoldedTable::joined);
        return table.columns().stream()
                .filter(column -> above.endsWith(column.name()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no column is called " + above));
    }

    /** Every column that is in no block is the same in all rows, and told in their order. */
    private void readSame() {
        List<String> told = new ArrayList<>();
        for (int at = 0; at < table.columns().size(); at++) {
            Column column = table.columns().get(at);
            int position = at;
            if (!columns.containsKey(column.name())) {
                List<String> cells = table.rows().stream()
                        .map(row -> row.get(position).shown(column.digits()))
                        .toList();
                told.add(column.name() + " " + cells.get(0));
                columns.put(
                        column.name(),
                        IntStream.range(0, cells.size())
                                .mapToObj(row -> cells.get(0))
                                .toList());
            }
        }
        String all = String.join(" ", lines.stream().map(String::strip).toList());
        if (!told.isEmpty() && !all.contains(SAME + String.join("; ", told))) {
            throw new AssertionError(told + " is not told");
        }
    }

    private static String cut(String line, int[] extent) {
        return line.length() <= extent[0] ? "" : line.substring(extent[0], Math.min(extent[1], line.length()));
    }

    private static List<int[]> extents(String rule) {
        List<int[]> extents = new ArrayList<>();
        for (int at = 0; at < rule.length(); at++) {
            if (rule.charAt(at) == '-') {
                int end = at;
                while (end < rule.length() && rule.charAt(end) == '-') {
                    end++;
                }
                extents.add(new int[] {at, end});
                at = end;
            }
        }
        return extents;
    }
}
