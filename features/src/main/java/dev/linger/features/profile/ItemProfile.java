package dev.linger.features.profile;

import dev.linger.data.AttributeColumn;
import dev.linger.data.ItemTable;
import dev.linger.data.SideData;
import dev.linger.features.DailyCells;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureGroupConfig;
import dev.linger.features.FeatureRequests;
import dev.linger.features.GroupContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Attributes of the video that are fixed at its upload, and its age at the as-of day. */
public final class ItemProfile extends DailyCells {
    private static final int TAG_COLUMNS = 2;

    private final ItemTable items;

    private ItemProfile(ItemTable items) {
        super(FeatureRequests::item, items.size(), columns(items));
        this.items = items;
    }

    /** {@code item-profile}. */
    public record Config() implements FeatureGroupConfig {
        @Override
        public String name() {
            return "item-profile";
        }

        @Override
        public boolean splitsByUser() {
            return true;
        }

        @Override
        public Set<SideData> uses() {
            return Set.of(SideData.PLAYS, SideData.ITEM_ATTRIBUTES, SideData.TAGS, SideData.UPLOAD_DAYS);
        }

        @Override
        public FeatureGroup create(GroupContext context) {
            return new ItemProfile(context.tables().itemTable());
        }
    }

    private static List<FeatureColumn> columns(ItemTable items) {
        List<FeatureColumn> all = new ArrayList<>(List.of(
                FeatureColumn.numeric("age_days", "days", "upload day unknown, or after the as-of day"),
                FeatureColumn.numeric("duration_millis", "ms", "not in the side tables"),
                FeatureColumn.numeric("tag_count", "1", "never")));
        for (int tag = 1; tag <= TAG_COLUMNS; tag++) {
            all.add(FeatureColumn.category("tag_" + tag, "fewer tags"));
        }
        items.columns().forEach(attribute -> all.add(UserProfile.column(attribute)));
        return all;
    }

    @Override
    protected void write(int item, int asOfDay, float[] cells, int offset) {
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
