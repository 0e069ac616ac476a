package dev.linger.pipeline.malformed;

import dev.linger.pipeline.malformed.SlowRows.RawCell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a file and what each says.
 *
 * @param file its name
 * @param rows below the header
 * @param headerFault what is wrong with the header; null where it can be used
 */
record SlowTable(String file, List<Row> rows, String headerFault) {
    /**
     * A row.
     *
     * @param line on which it begins
     * @param cells by column, of the columns that are read; none where the row has too few or too many
     * @param sure whether a reader must take it
     */
    record Row(long line, Map<String, SlowCell> cells, boolean sure) {
        SlowCell cell(String column) {
            return cells.get(column);
        }

        boolean isWhole() {
            return !cells.isEmpty();
        }

        boolean hasFault() {
            return cells.isEmpty() || cells.values().stream().anyMatch(SlowCell::faulty);
        }
    }

    static SlowTable of(String file, SlowRows raw) {
        if (raw.rows().isEmpty()) {
            return new SlowTable(file, List.of(), "no header");
        }
        List<String> header = raw.rows().get(0).cells().stream()
                .map(cell -> SlowRows.decoded(cell.bytes()))
                .toList();
        for (String column : SoundData.columns(file).keySet()) {
            if (header.indexOf(column) < 0 || header.indexOf(column) != header.lastIndexOf(column)) {
                return new SlowTable(file, List.of(), "not one column " + column);
            }
        }
        List<Row> rows = new ArrayList<>();
        raw.rows().stream().skip(1).forEach(row -> rows.add(row(file, header, row)));
        return new SlowTable(file, rows, null);
    }

    private static Row row(String file, List<String> header, SlowRows.Row raw) {
        if (raw.cells().size() != header.size()) {
            return new Row(raw.line(), Map.of(), false);
        }
        Map<String, SlowCell> cells = new LinkedHashMap<>();
        SoundData.columns(file).forEach((column, kind) -> {
            RawCell cell = raw.cells().get(header.indexOf(column));
            SlowCell read = SlowCell.of(kind, cell.bytes());
            if (file.equals(SoundData.SMALL) && isTime(kind) && !cell.bytes().isEmpty()) {
                read = read.unread();
            }
            cells.put(column, cell.clean() ? read : cell.quoted() ? read.asFault() : read.unsure());
        });
        boolean plain = raw.isClean()
                && raw.cells().stream().allMatch(cell -> cell.bytes().length() < 1000 && isPlain(cell.bytes()));
        boolean sure = plain && cells.values().stream().allMatch(SlowCell::sure);
        return new Row(raw.line(), cells, sure);
    }

    /** The times of the small matrix are not read, but that one is missing is counted. */
    private static boolean isTime(SoundData.Kind kind) {
        return kind == SoundData.Kind.DATE || kind == SoundData.Kind.SECONDS;
    }

    private static boolean isPlain(String bytes) {
        String text = SlowRows.decoded(bytes);
        return text != null && text.chars().allMatch(c -> c == '\n' || !Character.isISOControl(c));
    }
}
