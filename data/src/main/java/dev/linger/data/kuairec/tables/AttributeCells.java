package dev.linger.data.kuairec.tables;

import dev.linger.data.AttributeColumn;
import dev.linger.data.ItemTable;
import dev.linger.data.csv.CellText;
import dev.linger.data.csv.SideTable;
import dev.linger.data.kuairec.files.KuaiRecRules;
import dev.linger.data.source.DataReport.Action;
import dev.linger.data.source.FileFindings;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Columns of a side table as attributes, one cell an index: empty cells, and in categories and flags the source's
 * "UNKNOWN" and -124 too, are missing. A number of a count column is taken as it stands.
 */
public final class AttributeCells {
    private static final Set<String> UNKNOWN = Set.of("", "UNKNOWN", "-124");

    private final SideTable table;
    private final int[] indexOfRow;
    private final int size;
    private final FileFindings findings;

    /**
     * @param indexOfRow the index whose attributes a row holds, negative for a row that is not to be read
     * @param size number of indices
     */
    public AttributeCells(SideTable table, int[] indexOfRow, int size, FileFindings findings) {
        this.table = table;
        this.indexOfRow = indexOfRow;
        this.size = size;
        this.findings = findings;
    }

    /** A column of counts or measures. */
    AttributeColumn number(String column) {
        return new AttributeColumn.Numeric(column, numbers(column, Set.of("")));
    }

    /** A column of 0 and 1. */
    AttributeColumn flag(String column) {
        return new AttributeColumn.Numeric(column, numbers(column, UNKNOWN));
    }

    /** A column of numbers without a name: NaN where missing. */
    float[] numbers(String column) {
        return numbers(column, Set.of(""));
    }

    private float[] numbers(String column, Set<String> missing) {
        float[] values = new float[size];
        Arrays.fill(values, Float.NaN);
        List<String> cells = table.column(column);
        for (int row = 0; row < indexOfRow.length; row++) {
            String text = cells.get(row);
            if (indexOfRow[row] >= 0 && !missing.contains(text)) {
                values[indexOfRow[row]] = number(row, column, text);
            }
        }
        return values;
    }

    private float number(int row, String column, String text) {
        float value = (float) CellText.number(text);
        if (Float.isNaN(value) || Float.isInfinite(value)) {
            bad(row, column, text);
            return Float.NaN;
        }
        return value;
    }

    /** A column of categories; levels that are whole numbers are the same with and without a fraction of zeros. */
    AttributeColumn category(String column) {
        List<String> cells = table.column(column);
        String[] levelOf = new String[size];
        for (int row = 0; row < indexOfRow.length; row++) {
            String level = level(cells.get(row));
            if (indexOfRow[row] >= 0 && !UNKNOWN.contains(level)) {
                levelOf[indexOfRow[row]] = level;
            }
        }
        String[] levels = Arrays.stream(levelOf)
                .filter(level -> level != null)
                .distinct()
                .sorted()
                .toArray(String[]::new);
        int[] codes = Arrays.stream(levelOf)
                .mapToInt(level -> level == null ? -1 : Arrays.binarySearch(levels, level))
                .toArray();
        return new AttributeColumn.Category(column, codes, List.of(levels));
    }

    private static String level(String text) {
        long whole = CellText.wholeOrZeroFraction(text);
        return whole > CellText.BAD ? Long.toString(whole) : text;
    }

    /** A column of days since 1970-01-01. */
    int[] days(String column) {
        int[] days = new int[size];
        Arrays.fill(days, ItemTable.UNKNOWN_DAY);
        List<String> cells = table.column(column);
        for (int row = 0; row < indexOfRow.length; row++) {
            String text = cells.get(row);
            if (indexOfRow[row] >= 0 && !UNKNOWN.contains(text)) {
                int day = CellText.day(text);
                if (day == CellText.BAD_DAY) {
                    bad(row, column, text);
                } else {
                    days[indexOfRow[row]] = day;
                }
            }
        }
        return days;
    }

    /** A column of lists of numbers, each ascending and without repeats; an empty cell is an empty list. */
    public long[][] lists(String column) {
        long[][] lists = new long[size][];
        Arrays.fill(lists, new long[0]);
        List<String> cells = table.column(column);
        for (int row = 0; row < indexOfRow.length; row++) {
            String text = cells.get(row);
            if (indexOfRow[row] >= 0 && !text.isEmpty()) {
                long[] list = CellText.list(text);
                if (list == null) {
                    bad(row, column, text);
                } else {
                    lists[indexOfRow[row]] = list;
                }
            }
        }
        return lists;
    }

    private void bad(int row, String column, String text) {
        findings.hit(KuaiRecRules.BAD_ATTRIBUTE, Action.EMPTIED, table.line(row), column, () -> text);
    }
}
