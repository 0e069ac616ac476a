package dev.linger.features.affinity;

import dev.linger.data.AttributeColumn;
import dev.linger.data.ItemTable;
import java.util.function.IntUnaryOperator;

/**
 * What an item has of one kind, as codes {@code 0..valueCount-1}: its author, its tags, or itself; none where that is not
 * known.
 */
public final class ItemValues {
    private final int[] start;
    private final int[] values;
    private final int valueCount;

    private ItemValues(int[] start, int[] values, int valueCount) {
        this.start = start;
        this.values = values;
        this.valueCount = valueCount;
    }

    /** The tags of each item. */
    public static ItemValues tags(ItemTable table) {
        int[] start = new int[table.size() + 1];
        for (int item = 0; item < table.size(); item++) {
            start[item + 1] = start[item] + table.tags()[item].length;
        }
        int[] values = new int[start[table.size()]];
        for (int item = 0; item < table.size(); item++) {
            System.arraycopy(table.tags()[item], 0, values, start[item], table.tags()[item].length);
        }
        return new ItemValues(start, values, table.tagCount());
    }

    /** The category of each item in a column of the table; none at all where no category column has that name. */
    public static ItemValues category(ItemTable table, String column) {
        for (AttributeColumn attribute : table.columns()) {
            if (attribute instanceof AttributeColumn.Category category
                    && category.name().equals(column)) {
                return atMostOne(
                        table.size(),
                        item -> category.codes()[item],
                        category.levels().size());
            }
        }
        return atMostOne(table.size(), item -> -1, 0);
    }

    /** Each item by itself. */
    public static ItemValues items(int itemCount) {
        return atMostOne(itemCount, item -> item, itemCount);
    }

    private static ItemValues atMostOne(int itemCount, IntUnaryOperator codeOf, int valueCount) {
        int[] start = new int[itemCount + 1];
        int[] values = new int[itemCount];
        for (int item = 0; item < itemCount; item++) {
            int code = codeOf.applyAsInt(item);
            start[item + 1] = start[item];
            if (code >= 0) {
                values[start[item + 1]++] = code;
            }
        }
        return new ItemValues(start, values, valueCount);
    }

    public int itemCount() {
        return start.length - 1;
    }

    public int valueCount() {
        return valueCount;
    }

    /** The most values that an item has. */
    public int most() {
        int most = 0;
        for (int item = 0; item < itemCount(); item++) {
            most = Math.max(most, start[item + 1] - start[item]);
        }
        return most;
    }

    /** Position of the item's first value; its values stand at {@code first(item)..first(item + 1)-1}. */
    public int first(int item) {
        return start[item];
    }

    public int value(int position) {
        return values[position];
    }
}
