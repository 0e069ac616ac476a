package dev.linger.neural.tower;

import dev.linger.data.AttributeColumn;
import dev.linger.neural.net.Inputs;
import dev.linger.neural.net.Network;
import java.util.ArrayList;
import java.util.List;

/**
 * The category columns of a side table as inputs: a learned vector a level, {@value #NARROW} numbers for columns of few
 * levels and {@value #WIDE} for others; zeros where the cell is missing.
 */
final class CategoryInputs {
    static final int NARROW = 8;
    static final int WIDE = 16;
    private static final int FEW_LEVELS = 100;

    private final List<Column> columns = new ArrayList<>();
    private final int end;

    /** Those of some columns, from a place of the input on. */
    CategoryInputs(List<AttributeColumn> of, Network network, int from) {
        int at = from;
        for (AttributeColumn column : of) {
            if (column instanceof AttributeColumn.Category category) {
                int levels = category.levels().size();
                int width = levels > FEW_LEVELS ? WIDE : NARROW;
                columns.add(new Column(category.codes(), network.addTable(levels, width), at));
                at += width;
            }
        }
        this.end = at;
    }

    /** The place after the last of them. */
    int end() {
        return end;
    }

    void describe(int row, Inputs.Sink sink) {
        for (Column column : columns) {
            int code = column.codes[row];
            if (code >= 0) {
                sink.row(column.table, code, 1, column.at);
            }
        }
    }

    private record Column(int[] codes, int table, int at) {}
}
