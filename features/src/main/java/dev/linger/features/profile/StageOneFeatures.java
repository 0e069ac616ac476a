package dev.linger.features.profile;

import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureGroupConfig;
import dev.linger.features.FeatureRequests;
import dev.linger.features.GroupContext;
import java.util.List;

/** What stage one says of the item for the user, from models that were fitted before the row's label. */
public final class StageOneFeatures implements FeatureGroup {
    private final List<FeatureColumn> columns;

    private StageOneFeatures(List<FeatureColumn> columns) {
        this.columns = columns;
    }

    /** {@code stage-one}. */
    public record Config() implements FeatureGroupConfig {
        /** The type by which configurations choose it. */
        public static final String NAME = "stage-one";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public boolean splitsByUser() {
            return true;
        }

        @Override
        public boolean readsRetrieval() {
            return true;
        }

        @Override
        public FeatureGroup create(GroupContext context) {
            return new StageOneFeatures(context.retrievalColumns());
        }
    }

    @Override
    public List<FeatureColumn> columns() {
        return columns;
    }

    @Override
    public void fill(FeatureRequests requests, int from, int to, float[] cells, int offset, int stride) {
        int width = columns.size();
        float[] values = requests.stageOne().values();
        int at = offset;
        for (int row = from; row < to; row++) {
            System.arraycopy(values, row * width, cells, at, width);
            at += stride;
        }
    }
}
