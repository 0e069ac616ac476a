package dev.linger.features.profile;

import dev.linger.data.AttributeColumn;
import dev.linger.data.ItemTable;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureRequests;
import java.util.ArrayList;
import java.util.List;

/** Attributes of the video that are fixed at its upload, and its age at the as-of day. */
public final class ItemProfile implements FeatureGroup {
    private static final int TAG_COLUMNS = 2;

    private final ItemTable table;
    private final List<FeatureColumn> columns;

    public ItemProfile(ItemTable table) {
        this.table = table;
        List<FeatureColumn> all = new ArrayList<>(List.of(
                FeatureColumn.numeric("age_days", "days", "upload day unknown, or after the as-of day"),
                FeatureColumn.numeric("duration_millis", "ms", "not in the side tables"),
                FeatureColumn.numeric("tag_count", "1", "never")));
        for (int tag = 1; tag <= TAG_COLUMNS; tag++) {
            all.add(FeatureColumn.category("tag_" + tag, "fewer tags"));
        }
        table.columns().forEach(attribute -> all.add(UserProfile.column(attribute)));
        this.columns = List.copyOf(all);
    }

    @Override
    public List<FeatureColumn> columns() {
        return columns;
    }

    @Override
    public void fill(FeatureRequests requests, int row, float[] cells, int offset) {
        int item = requests.item()[row];
        int uploaded = table.uploadDay()[item];
        int age = requests.asOfDay()[row] - uploaded;
        int[] tags = table.tags()[item];
        int at = offset;
        cells[at++] = uploaded == ItemTable.UNKNOWN_DAY || age < 0 ? Float.NaN : age;
        cells[at++] = table.durationMillis()[item];
        cells[at++] = tags.length;
        for (int tag = 0; tag < TAG_COLUMNS; tag++) {
            cells[at++] = tag < tags.length ? tags[tag] : Float.NaN;
        }
        for (AttributeColumn attribute : table.columns()) {
            cells[at++] = attribute.value(item);
        }
    }
}
