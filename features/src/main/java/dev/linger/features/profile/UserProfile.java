package dev.linger.features.profile;

import dev.linger.data.AttributeColumn;
import dev.linger.data.SideData;
import dev.linger.data.UserTable;
import dev.linger.features.DailyCells;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureGroupConfig;
import dev.linger.features.FeatureRequests;
import dev.linger.features.GroupContext;
import java.util.List;
import java.util.Set;

/**
 * Attributes of the user as the user table holds them. They are one snapshot: the files do not say of which day, so they
 * may be younger than the as-of day.
 */
public final class UserProfile extends DailyCells {
    private final List<AttributeColumn> attributes;

    private UserProfile(UserTable users) {
        super(
                FeatureRequests::user,
                users.size(),
                users.columns().stream().map(UserProfile::column).toList());
        this.attributes = users.columns();
    }

    /** {@code user-profile}. */
    public record Config() implements FeatureGroupConfig {
        @Override
        public String name() {
            return "user-profile";
        }

        @Override
        public boolean splitsByUser() {
            return true;
        }

        @Override
        public Set<SideData> uses() {
            return Set.of(SideData.USER_ATTRIBUTES);
        }

        @Override
        public FeatureGroup create(GroupContext context) {
            return new UserProfile(context.tables().userTable());
        }
    }

    static FeatureColumn column(AttributeColumn attribute) {
        return attribute instanceof AttributeColumn.Category
                ? FeatureColumn.category(attribute.name(), "not in the file")
                : FeatureColumn.numeric(attribute.name(), "1", "not in the file");
    }

    @Override
    protected void write(int user, int asOfDay, float[] into, int at) {
        for (int column = 0; column < attributes.size(); column++) {
            into[at + column] = attributes.get(column).value(user);
        }
    }
}
