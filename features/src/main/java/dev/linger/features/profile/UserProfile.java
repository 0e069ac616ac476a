package dev.linger.features.profile;

import dev.linger.data.AttributeColumn;
import dev.linger.data.UserTable;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureRequests;
import java.util.List;

/**
 * Attributes of the user as the user table holds them. They are one snapshot: the files do not say of which day, so they
 * may be younger than the as-of day.
 */
public final class UserProfile implements FeatureGroup {
    private final List<AttributeColumn> attributes;
    private final List<FeatureColumn> columns;

    public UserProfile(UserTable table) {
        this.attributes = table.columns();
        this.columns = attributes.stream().map(UserProfile::column).toList();
    }

    static FeatureColumn column(AttributeColumn attribute) {
        return attribute instanceof AttributeColumn.Category
                ? FeatureColumn.category(attribute.name(), "not in the file")
                : FeatureColumn.numeric(attribute.name(), "1", "not in the file");
    }

    @Override
    public List<FeatureColumn> columns() {
        return columns;
    }

    @Override
    public void fill(FeatureRequests requests, int row, float[] cells, int offset) {
        int user = requests.user()[row];
        for (int column = 0; column < attributes.size(); column++) {
            cells[offset + column] = attributes.get(column).value(user);
        }
    }
}
