package dev.linger.ranker.lightgbm;

import dev.linger.data.InputException;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.ColumnContributions;
import dev.linger.ranker.ColumnImportance;
import dev.linger.ranker.Prediction;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.TrainedColumns;
import dev.linger.ranker.TrainingTrace;
import dev.linger.ranker.trees.TreeModel;
import dev.linger.ranker.trees.TreeModelReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Boosted trees as a ranker. Scores of the regression objectives are predictions of watch_ratio (of its mean, its median,
 * a quantile, as the objective says); scores of the others are the raw sums of the trees. Reading and scoring need no native
 * code.
 */
public final class LightGbmRanker implements Ranker {
    private static final String TREES = "trees.txt";
    private static final String COLUMNS = "trees.columns";

    private final TreeModel model;
    private final String text;
    private final TrainedColumns columns;
    private final TrainingTrace trace;

    private LightGbmRanker(TreeModel model, String text, TrainedColumns columns, TrainingTrace trace) {
        List<String> names = columns.columns().stream().map(FeatureColumn::name).toList();
        if (!names.equals(model.columns())) {
            throw new IllegalArgumentException(
                    "the trees are of the columns " + model.columns() + " but were trained on " + names);
        }
        this.model = model;
        this.text = text;
        this.columns = columns;
        this.trace = trace;
    }

    /** The ranker of a model that LightGBM has just trained, in its text form. */
    static LightGbmRanker trained(String text, TrainedColumns columns, TrainingTrace trace) {
        return new LightGbmRanker(TreeModelReader.read("the model just trained", text), text, columns, trace);
    }

    /** The same trees with the trace of another training. */
    LightGbmRanker withTrace(TrainingTrace other) {
        return new LightGbmRanker(model, text, columns, other);
    }

    static LightGbmRanker read(LightGbmConfig config, ModelReader from) {
        String text = from.text(TREES);
        TreeModel model = TreeModelReader.read(from.path(TREES).toString(), text);
        if (!model.objective().lightGbmName().equals(config.objective())) {
            throw new InputException(from.path(TREES) + ": the trees are of the objective "
                    + model.objective().lightGbmName() + " but the configuration has " + config.objective()
                    + "; fit the model again");
        }
        return from.columns(COLUMNS, in -> {
            config.requireKind(in);
            return new LightGbmRanker(model, text, TrainedColumns.readFrom(in), TrainingTrace.readFrom(in));
        });
    }

    @Override
    public void write(ModelWriter to) throws IOException {
        to.text(TREES, text);
        to.columns(COLUMNS, out -> {
            out.text(name());
            columns.writeTo(out);
            trace.writeTo(out);
        });
    }

    static String name(String objective) {
        return "lightgbm " + objective;
    }

    @Override
    public String name() {
        return name(model.objective().lightGbmName());
    }

    @Override
    public Prediction prediction() {
        return model.objective().prediction();
    }

    @Override
    public void score(FeatureRows rows, double[] scores) {
        columns.require(rows);
        model.predict(rows, scores);
    }

    @Override
    public Optional<ColumnContributions> contributions(FeatureRows rows) {
        columns.require(rows);
        return Optional.of(model.contributions(rows));
    }

    @Override
    public Optional<TrainingTrace> trace() {
        return Optional.of(trace);
    }

    @Override
    public List<ColumnImportance> importances() {
        return model.importances();
    }

    /** The number of trees. */
    int treeCount() {
        return model.trees().size();
    }

    /** The model in LightGBM's text form. */
    public String text() {
        return text;
    }
}
