package dev.linger.pipeline.malformed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A file without a fault, cell by cell.
 *
 * @param file its name
 * @param lines the cells of the header, then of each row, quoted as they stand in the file
 */
record SoundTable(String file, List<List<String>> lines) {
    SoundTable {
        lines = lines.stream().map(List::copyOf).toList();
    }

    List<String> header() {
        return lines.get(0);
    }

    /** The number of rows below the header; rows are counted from 1. */
    int rows() {
        return lines.size() - 1;
    }

    String cell(int row, String column) {
        return lines.get(row).get(header().indexOf(column));
    }

    /** The line of the file on which a row begins, that of the header being 1. */
    long line(int row) {
        long line = 1;
        for (List<String> before : lines.subList(0, row)) {
            line += 1 + String.join(",", before).chars().filter(c -> c == '\n').count();
        }
        return line;
    }

    /** The same with another cell. */
    SoundTable with(int row, String column, String cell) {
        List<String> changed = new ArrayList<>(lines.get(row));
        changed.set(header().indexOf(column), cell);
        return with(row, changed);
    }

    /** The same with other cells in a row. */
    SoundTable with(int row, List<String> cells) {
        List<List<String>> changed = new ArrayList<>(lines);
        changed.set(row, cells);
        return new SoundTable(file, changed);
    }

    List<String> texts() {
        return lines.stream().map(cells -> String.join(",", cells)).toList();
    }

    byte[] bytes() {
        return bytes(texts());
    }

    static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
