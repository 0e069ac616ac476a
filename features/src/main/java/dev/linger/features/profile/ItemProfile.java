package dev.linger.features.profile;

import dev.linger.data.AttributeColumn;
import dev.linger.data.ItemTable;
import dev.linger.features.DayTable;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureRequests;
import java.util.ArrayList;
import java.util.List;

/** Attributes of the video that are fixed at its upload, and its age at the as-of day. */
public final class ItemProfile implements FeatureGroup {
    private static final int TAG_COLUMNS = 2;

    private final ItemTable items;
    private final List<FeatureColumn> columns;
    private final DayTable table;

    public ItemProfile(ItemTable items) {
        this.items = items;
        List<FeatureColumn> all = new ArrayList<>(List.of(
                FeatureColumn.numeric("age_days", "days", "upload day unknown, or after the as-of day"),
                FeatureColumn.numeric("duration_millis", "ms", "not in the side tables"),
                FeatureColumn.numeric("tag_count", "1", "never")));
        for (int tag = 1; tag <= TAG_COLUMNS; tag++) {
            all.add(FeatureColumn.category("tag_" + tag, "fewer tags"));
        }
        items.columns().forEach(attribute -> all.add(UserProfile.column(attribute)));
        this.columns = List.copyOf(all);
        this.table = new DayTable(items.size(), columns.size(), this::write);
    }

    @Override
    public List<FeatureColumn> columns() {
        return columns;
    }

    @Override
    public void startDay(int asOfDay) {
        table.startDay(asOfDay);
    }

    @Override
    public void fill(FeatureRequests requests, int from, int to, float[] cells, int offset, int stride) {
        table.copy(requests.item(), from, to, cells, offset, stride);
    }

    private void write(int item, int asOfDay, float[] cells, int offset) {
        int uploaded = items.uploadDay()[item];
        int age = asOfDay - uploaded;
        int[] tags = items.tags()[item];
        int at = offset;
        cells[at++] = uploaded == ItemTable.UNKNOWN_DAY || age < 0 ? Float.NaN : age;
        cells[at++] = items.durationMillis()[item];
        cells[at++] = tags.length;
        for (int tag = 0; tag < TAG_COLUMNS; tag++) {
            cells[at++] = tag < tags.length ? tags[tag] : Float.NaN;
        }
        for (AttributeColumn attribute : items.columns()) {
            cells[at++] = attribute.value(item);
        }
    }
}
