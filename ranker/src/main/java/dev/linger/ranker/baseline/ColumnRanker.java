package dev.linger.ranker.baseline;

import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.Prediction;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.UserLists;
import java.io.IOException;

/** Score = one column. A row without a value gets the lowest of its list. */
final class ColumnRanker implements Ranker {
    static final String FILE = "column.columns";

    private final String column;

    ColumnRanker(String column) {
        this.column = column;
    }

    @Override
    public String name() {
        return new ColumnConfig(column).kind();
    }

    @Override
    public Prediction prediction() {
        return Prediction.SCORE;
    }

    @Override
    public boolean learnsFromLabels() {
        return false;
    }

    @Override
    public void score(FeatureRows rows, double[] scores) {
        System.arraycopy(UserLists.scoresBy(column, rows), 0, scores, 0, rows.size());
    }

    /** There is nothing to keep but its name. */
    @Override
    public void write(ModelWriter to) throws IOException {
        to.columns(FILE, out -> out.text(name()));
    }
}
