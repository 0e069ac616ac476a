package dev.linger.features.affinity;

import dev.linger.data.AttributeColumn;
import dev.linger.data.ItemTable;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an item has of one kind, as codes {@code 0..valueCount-1}: its author, its tags, or a topic; none where that is not
 * known. Equal where every item has the same.
 */
final class ItemValues {
    private final int[] start;
    private final int[] values;
    private final int valueCount;

    private ItemValues(int[] start, int[] values, int valueCount) {
        this.start = start;
        this.values = values;
        this.valueCount = valueCount;
    }

    /** The tags of each item. */
    static ItemValues tags(ItemTable table) {
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

    /** Who made each item; nobody is known where the source of the data does not say so. */
    static ItemValues creators(ItemTable table) {
        Optional<AttributeColumn.Category> creator = table.creator();
        return creator.isPresent() ? categories(creator.get()) : atMostOne(table.size(), item -> -1, 0);
    }

    /** The category of each item. */
    static ItemValues categories(AttributeColumn.Category column) {
        return atMostOne(
                column.size(), item -> column.codes()[item], column.levels().size());
    }

    /** The item itself. */
    static ItemValues items(int itemCount) {
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ItemValues that
                && valueCount == that.valueCount
                && Arrays.equals(start, that.start)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    int itemCount() {
        return start.length - 1;
    }

    int valueCount() {
        return valueCount;
    }

    /** Position of the item's first value; its values stand at {@code first(item)..first(item + 1)-1}. */
    int first(int item) {
        return start[item];
    }

    int value(int position) {
        return values[position];
    }
}
