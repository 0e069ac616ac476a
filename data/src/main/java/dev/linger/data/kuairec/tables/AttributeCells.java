package dev.linger.data.kuairec.tables;

import dev.linger.data.AttributeColumn;
import dev.linger.data.ItemTable;
import dev.linger.data.csv.CellText;
import dev.linger.data.csv.MissingWords;
import dev.linger.data.csv.NumberColumn;
import dev.linger.data.csv.SideTable;
import dev.linger.data.csv.TextColumn;
import dev.linger.data.kuairec.files.KuaiRecRules;
import dev.linger.data.source.DataReport.Action;
import dev.linger.data.source.FileFindings;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Columns of a side table as attributes, one cell an index. In every column an empty cell, a word for one
 * ({@link MissingWords}, counted), and the source's "UNKNOWN" and -124 are missing. What is not of the column's kind is
 * counted and taken as missing; a number is never rounded to another whole one, nor a text to another text.
 */
public final class AttributeCells {
    private static final Set<String> UNKNOWN = Set.of("", "UNKNOWN", "-124");

    /** Below it a double tells whole numbers apart. */
    private static final long LIMIT = 1L << 53;

    /** No column has numbers below 0. */
    private static final double NOT_PARSED = -1;

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

    /** A column of whole numbers from 0 to below 2^53, with or without a fraction of zeros. */
    AttributeColumn count(String column) {
        return new AttributeColumn.Numeric(column, counts(column));
    }

    /** A column of decimal numbers from 0 to below 2^53. */
    public AttributeColumn measure(String column) {
        return new AttributeColumn.Numeric(column, measures(column));
    }

    /** A column of 0 and 1, with or without a fraction of zeros. */
    AttributeColumn flag(String column) {
        return new AttributeColumn.Numeric(column, numbers(column, AttributeCells::asFlag));
    }

    /** {@link #count} without a name: NaN where missing. */
    float[] counts(String column) {
        return numbers(column, AttributeCells::asCount);
    }

    /** {@link #measure} without a name: NaN where missing. */
    public float[] measures(String column) {
        return numbers(column, AttributeCells::asMeasure);
    }

    private static double asCount(String text) {
        long whole = CellText.wholeOrZeroFraction(text);
        return whole >= 0 && whole < LIMIT ? whole : Double.NaN;
    }

    private static double asMeasure(String text) {
        double number = CellText.number(text);
        return number >= 0 && number < LIMIT ? number : Double.NaN;
    }

    private static double asFlag(String text) {
        double count = asCount(text);
        return count <= 1 ? count : Double.NaN;
    }

    /** @param parse gives NaN for a text that is not of the column's kind */
    private float[] numbers(String column, ToDoubleFunction<String> parse) {
        float[] values = new float[size];
        Arrays.fill(values, Float.NaN);
        NumberColumn told = table.numbers(column);
        if (told != null) {
            fill(told, column, values);
            return values;
        }
        double[] ofTexts = new double[table.column(column).texts().size()];
        Arrays.fill(ofTexts, NOT_PARSED);
        eachCell(column, (row, number, text) -> {
            if (ofTexts[number] == NOT_PARSED) {
                ofTexts[number] = parse.applyAsDouble(text);
            }
            if (Double.isNaN(ofTexts[number])) {
                bad(row, column, text);
            }
            values[indexOfRow[row]] = (float) ofTexts[number];
        });
        return values;
    }

    /** What is no number from 0 to below 2^53 is none in a column of texts either. */
    private void fill(NumberColumn cells, String column, float[] values) {
        for (int row = 0; row < indexOfRow.length; row++) {
            if (indexOfRow[row] >= 0) {
                values[indexOfRow[row]] = cells.value(row);
            }
        }
        for (int at = 0; at < cells.oddCells(); at++) {
            int row = cells.oddRow(at);
            String text = cells.oddText(at);
            if (indexOfRow[row] >= 0 && isPresent(Meaning.of(text), row, column, text)) {
                bad(row, column, text);
            }
        }
    }

    /** A column of categories; levels that are whole numbers are the same with and without a fraction of zeros. */
    public AttributeColumn category(String column) {
        String[] levelOf = new String[size];
        eachCell(column, (row, number, text) -> {
            if (text.equals(text.strip())) {
                levelOf[indexOfRow[row]] = CellText.withoutZeroFraction(text);
            } else {
                bad(row, column, text);
            }
        });
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

    /** A column of texts for people, without blanks around them; null where missing or where the table has no such column. */
    @Nullable
    String[] texts(String column) {
        String[] texts = new String[size];
        if (table.has(column)) {
            eachCell(column, (row, number, text) -> texts[indexOfRow[row]] = text.strip());
        }
        return texts;
    }

    /** A column of days since 1970-01-01. */
    public int[] days(String column) {
        int[] days = new int[size];
        Arrays.fill(days, ItemTable.UNKNOWN_DAY);
        eachCell(column, (row, number, text) -> {
            int day = CellText.day(text);
            if (day == CellText.BAD_DAY) {
                bad(row, column, text);
            } else {
                days[indexOfRow[row]] = day;
            }
        });
        return days;
    }

    /** A column of lists of numbers, each ascending and without repeats; a missing cell is an empty list. */
    public long[][] lists(String column) {
        return lists(column, "", "");
    }

    /** {@link #lists} of a column whose lists stand without brackets, such as {@code 12,65}. */
    public long[][] bareLists(String column) {
        return lists(column, "[", "]");
    }

    private long[][] lists(String column, String before, String after) {
        long[][] lists = new long[size][];
        Arrays.fill(lists, new long[0]);
        eachCell(column, (row, number, text) -> {
            long[] list = CellText.list(before + text + after);
            if (list == null) {
                bad(row, column, text);
            } else {
                lists[indexOfRow[row]] = list;
            }
        });
        return lists;
    }

    /** Hands on the cells of the rows that are read, but those that are missing; what a text is, is looked at once. */
    private void eachCell(String column, CellSink sink) {
        TextColumn cells = table.column(column);
        Meaning[] meanings = new Meaning[cells.texts().size()];
        for (int row = 0; row < indexOfRow.length; row++) {
            if (indexOfRow[row] < 0) {
                continue;
            }
            int number = cells.number(row);
            String text = cells.texts().get(number);
            if (meanings[number] == null) {
                meanings[number] = Meaning.of(text);
            }
            if (isPresent(meanings[number], row, column, text)) {
                sink.cell(row, number, text);
            }
        }
    }

    private boolean isPresent(Meaning meaning, int row, String column, String text) {
        if (meaning == Meaning.MISSING_WORD) {
            findings.hit(KuaiRecRules.MISSING_WORD, Action.EMPTIED, table.line(row), column, () -> text);
        }
        return meaning == Meaning.PRESENT;
    }

    private enum Meaning {
        PRESENT,
        UNKNOWN,
        MISSING_WORD;

        static Meaning of(String text) {
            return MissingWords.contains(text)
                    ? MISSING_WORD
                    : AttributeCells.UNKNOWN.contains(CellText.withoutZeroFraction(text)) ? UNKNOWN : PRESENT;
        }
    }

    private void bad(int row, String column, String text) {
        findings.hit(KuaiRecRules.BAD_ATTRIBUTE, Action.EMPTIED, table.line(row), column, () -> text);
    }

    @FunctionalInterface
    private interface CellSink {
        /** @param number that of the text */
        void cell(int row, int number, String text);
    }
}
