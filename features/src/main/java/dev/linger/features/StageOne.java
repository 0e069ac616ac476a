package dev.linger.features;

import java.util.List;

/** What stage one says of the item for the user, from models that were fitted before the row's label. */
final class StageOne implements FeatureGroup {
    private final List<FeatureColumn> columns;

    StageOne(List<FeatureColumn> columns) {
        this.columns = columns;
    }

    @Override
    public List<FeatureColumn> columns() {
        return columns;
    }

    @Override
    public void fill(FeatureRequests requests, int row, float[] cells, int offset) {
        System.arraycopy(requests.stageOne().values(), row * columns.size(), cells, offset, columns.size());
    }
}
