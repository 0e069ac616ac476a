package dev.linger.features;

import java.util.List;

/** Score and rank of the item in stage one, from a model that was fitted before the row's label. */
final class StageOne implements FeatureGroup {
    private static final List<FeatureColumn> COLUMNS = List.of(
            FeatureColumn.numeric(FeatureColumn.STAGE_ONE_SCORE, "1", "stage one does not know the user or the item"),
            FeatureColumn.numeric(FeatureColumn.STAGE_ONE_RANK, "rank from 1", "likewise"));

    @Override
    public List<FeatureColumn> columns() {
        return COLUMNS;
    }

    @Override
    public void fill(FeatureRequests requests, int row, float[] cells, int offset) {
        cells[offset] = requests.stageOneScore()[row];
        cells[offset + 1] = requests.stageOneRank()[row];
    }
}
