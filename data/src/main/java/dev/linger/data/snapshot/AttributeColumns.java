package dev.linger.data.snapshot;

import dev.linger.data.AttributeColumn;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Attributes of users or videos: how many, then of each its kind, its name and its cells. */
final class AttributeColumns {
    private static final int NUMBERS = 0;
    private static final int CATEGORIES = 1;

    private AttributeColumns() {}

    static void write(List<AttributeColumn> columns, ColumnWriter out) throws IOException {
        out.number(columns.size());
        for (AttributeColumn column : columns) {
            if (column instanceof AttributeColumn.Category category) {
                out.number(CATEGORIES);
                out.text(category.name());
                out.ints(category.size(), row -> category.codes()[row]);
                out.number(category.levels().size());
                for (String level : category.levels()) {
                    out.text(level);
                }
            } else if (column instanceof AttributeColumn.Numeric numeric) {
                out.number(NUMBERS);
                out.text(numeric.name());
                out.floats(numeric.values());
            }
        }
    }

    static List<AttributeColumn> read(ColumnReader in) throws IOException {
        int count = in.count(2 * Integer.BYTES);
        List<AttributeColumn> columns = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            int kind = in.number();
            String name = in.text();
            columns.add(
                    switch (kind) {
                        case NUMBERS -> new AttributeColumn.Numeric(name, in.floats());
                        case CATEGORIES -> category(name, in);
                        default -> throw new IllegalArgumentException("column " + name + " is of the kind " + kind);
                    });
        }
        return columns;
    }

    private static AttributeColumn category(String name, ColumnReader in) throws IOException {
        int[] codes = in.ints();
        String[] levels = new String[in.count(Integer.BYTES)];
        for (int level = 0; level < levels.length; level++) {
            levels[level] = in.text();
        }
        return new AttributeColumn.Category(name, codes, List.of(levels));
    }
}
