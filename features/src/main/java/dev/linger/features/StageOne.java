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
