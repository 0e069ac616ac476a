package dev.linger.neural.retrieval;

import dev.linger.data.AttributeColumn;
import dev.linger.neural.net.Inputs;
import dev.linger.neural.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** The category columns of a side table as inputs: a learned vector a level; zeros where the cell is missing. */
public final class CategoryInputs {
    private static final int NARROW = 8;
    private static final int WIDE = 16;
    private static final int FEW_LEVELS = 100;

    private final List<Column> columns = new ArrayList<>();
    private int end;

    private CategoryInputs(int from) {
        this.end = from;
    }

    /**
     * Side by side, from a place of the input on: {@value #NARROW} numbers for columns of up to {@value #FEW_LEVELS} levels,
     * {@value #WIDE} for others.
     */
    public static CategoryInputs sideBySide(List<AttributeColumn> columns, Network network, int from) {
        CategoryInputs inputs = new CategoryInputs(from);
        inputs.add(columns, network, levels -> levels > FEW_LEVELS ? WIDE : NARROW, 1);
        return inputs;
    }

    /** Added up, all of one width, at the beginning of the input. */
    public static CategoryInputs addedUp(List<AttributeColumn> columns, Network network, int width) {
        CategoryInputs inputs = new CategoryInputs(0);
        inputs.add(columns, network, levels -> width, 0);
        return inputs;
    }

    private void add(List<AttributeColumn> all, Network network, IntUnaryOperator widthOf, int steps) {
        for (AttributeColumn column : all) {
            if (column instanceof AttributeColumn.Category category) {
                int levels = category.levels().size();
                int width = widthOf.applyAsInt(levels);
                columns.add(new Column(category.codes(), network.addTable(levels, width), end));
                end += steps * width;
            }
        }
    }

    /** The place after the last of those side by side. */
    public int end() {
        return end;
    }

    public void describe(int row, Inputs.Sink sink) {
        for (Column column : columns) {
            int code = column.codes[row];
            if (code >= 0) {
                sink.row(column.table, code, 1, column.at);
            }
        }
    }

    private record Column(int[] codes, int table, int at) {}
}
