package dev.linger.features.profile;

import dev.linger.data.AttributeColumn;
import dev.linger.data.UserTable;
import dev.linger.features.DayTable;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureRequests;
import java.util.List;

/**
 * Attributes of the user as the user table holds them. They are one snapshot: the files do not say of which day, so they
 * may be younger than the as-of day.
 */
public final class UserProfile implements FeatureGroup {
    private final List<FeatureColumn> columns;
    private final DayTable table;

    public UserProfile(UserTable users) {
        List<AttributeColumn> attributes = users.columns();
        this.columns = attributes.stream().map(UserProfile::column).toList();
        this.table = new DayTable(users.size(), columns.size(), (user, day, cells, at) -> {
            for (int column = 0; column < attributes.size(); column++) {
                cells[at + column] = attributes.get(column).value(user);
            }
        });
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
    public void startDay(int asOfDay) {
        table.startDay(asOfDay);
    }

    @Override
    public void fill(FeatureRequests requests, int from, int to, float[] cells, int offset, int stride) {
        table.copy(requests.user(), from, to, cells, offset, stride);
    }
}
