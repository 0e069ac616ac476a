package dev.linger.data.kuairec.tables;

import dev.linger.data.IdIndex;
import dev.linger.data.InputException;
import dev.linger.data.csv.CellText;
import dev.linger.data.csv.SideTable;
import dev.linger.data.csv.TextColumn;
import dev.linger.data.kuairec.files.KuaiRecRules;
import dev.linger.data.source.CleaningRule;
import dev.linger.data.source.DataReport.Action;
import dev.linger.data.source.FileFindings;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * A side table and the id in the key column of each of its rows. A row whose key cannot be read is dropped.
 *
 * @param table the table
 * @param findings what was found in its file
 * @param column the key column
 * @param ids id of each row, {@link CellText#BAD} where it cannot be read
 */
public record KeyedTable(SideTable table, FileFindings findings, String column, long[] ids) {
    /** The table with its ids parsed; what its file holds is entered into the findings. */
    public static KeyedTable of(SideTable table, FileFindings findings, String column) {
        findings.rowsRead(table.size());
        findings.reading(table.reading());
        TextColumn cells = table.column(column);
        long[] idOfText = cells.texts().stream().mapToLong(CellText::whole).toArray();
        long[] ids = new long[table.size()];
        for (int row = 0; row < ids.length; row++) {
            long id = idOfText[cells.number(row)];
            ids[row] = id < 0 ? CellText.BAD : id;
            if (id < 0) {
                String text = cells.get(row);
                findings.hit(KuaiRecRules.BAD_CELL, Action.DROPPED, table.line(row), column, () -> text);
            }
        }
        return new KeyedTable(table, findings, column, ids);
    }

    /** The ids that could be read. */
    public LongStream readableIds() {
        return Arrays.stream(ids).filter(id -> id != CellText.BAD);
    }

    /** The index of each row's id, negative where it is bad or unknown; unknown ones are counted under the rule. */
    public int[] indexOfRow(IdIndex index, CleaningRule unknownRule) {
        int[] indexOfRow = new int[ids.length];
        for (int row = 0; row < ids.length; row++) {
            long id = ids[row];
            indexOfRow[row] = id == CellText.BAD ? IdIndex.UNKNOWN : index.indexOf(id);
            if (id != CellText.BAD && indexOfRow[row] == IdIndex.UNKNOWN) {
                findings.hit(unknownRule, Action.DROPPED, table.line(row), column, () -> Long.toString(id));
            }
        }
        return indexOfRow;
    }

    /** The attribute columns of a table in which an id stands once; an {@link InputException} where one stands twice. */
    public AttributeCells uniqueCells(IdIndex index, CleaningRule unknownRule) {
        int[] indexOfRow = indexOfRow(index, unknownRule);
        int[] rowOfIndex = new int[index.size()];
        Arrays.fill(rowOfIndex, -1);
        for (int row = 0; row < indexOfRow.length; row++) {
            int at = indexOfRow[row];
            if (at >= 0 && rowOfIndex[at] >= 0) {
                throw new InputException(findings.file().name() + ":" + table.line(row) + " repeats " + column + " "
                        + ids[row] + " of line " + table.line(rowOfIndex[at]) + "; each may stand once.");
            }
            if (at >= 0) {
                rowOfIndex[at] = row;
            }
        }
        findings.kept(Arrays.stream(indexOfRow).filter(at -> at >= 0).count());
        return new AttributeCells(table, indexOfRow, index.size(), findings);
    }
}
