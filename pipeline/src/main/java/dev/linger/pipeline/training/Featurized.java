package dev.linger.pipeline.training;

import dev.linger.features.FeatureColumn;
import dev.linger.pipeline.cache.Lazy;
import dev.linger.pipeline.report.tables.TrainingTables;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What there is to learn from and to predict. Rows take much memory: those to learn from are let go once there is nothing left
 * to learn, and those to predict are made when they are asked for, which is after that.
 */
public final class Featurized {
    private final Lazy<TrainingSets> trainingSets;
    private final Set<TrainingSetKind> kinds;
    private final List<FeatureColumn> columns;
    private final List<TrainingTables.SetSize> sizes;
    private final TestPlays toPredict;
    private Lazy<ObservedExamples> test;
    private final RankerConfig ranker;

    /**
     * What there is.
     *
     * @param trainingSets what the ranker learns from
     * @param offered how many rows there were to learn from
     * @param toPredict the plays after the cut, yet without features
     * @param test all of them at once
     * @param ranker what of the configured one has something to learn from them
     */
    public Featurized(
            TrainingSets trainingSets,
            Map<TrainingSetKind, TrainingSetBuilder.Offered> offered,
            TestPlays toPredict,
            Lazy<ObservedExamples> test,
            RankerConfig ranker) {
        this.trainingSets = Lazy.ofValue(trainingSets);
        this.kinds = Set.copyOf(trainingSets.rows().keySet());
        this.columns = trainingSets.of(TrainingSetKind.PLAYS).all().rows().columns();
        this.sizes = sizes(trainingSets, offered);
        this.toPredict = toPredict;
        this.test = test;
        this.ranker = ranker;
    }

    private static List<TrainingTables.SetSize> sizes(
            TrainingSets trainingSets, Map<TrainingSetKind, TrainingSetBuilder.Offered> offered) {
        List<TrainingTables.SetSize> sizes = new ArrayList<>();
        for (TrainingSetKind kind : TrainingSetKind.values()) {
            TrainingSetBuilder.Offered there = offered.get(kind);
            if (there != null) {
                TrainingSets.Rows used = trainingSets.of(kind);
                int toValidate = used.all().size() - used.fitRows();
                sizes.add(new TrainingTables.SetSize(
                        kind.label(), there.fit(), used.fitRows(), there.validation(), toValidate));
            }
        }
        return List.copyOf(sizes);
    }

    /** What the ranker learns from. */
    public TrainingSets trainingSets() {
        return trainingSets.get();
    }

    /** Lets the rows to learn from go: whoever asks for them from now on has made a mistake. */
    public void letTrainingSetsGo() {
        trainingSets.letGo();
    }

    /** Which training sets there are. */
    public Set<TrainingSetKind> kinds() {
        return kinds;
    }

    /** The columns of every row. */
    public List<FeatureColumn> columns() {
        return columns;
    }

    /** How large each training set is, in the order of the kinds. */
    public List<TrainingTables.SetSize> sizes() {
        return sizes;
    }

    /** The plays after the cut, without features. */
    public ObservedExamples test() {
        return test.get();
    }

    /** The plays after the cut, to be predicted part by part. */
    public TestPlays toPredict() {
        return toPredict;
    }

    /** Takes the plays after the cut as they are once they are predicted: of what stage one says, score and rank are enough. */
    public void know(ObservedExamples predicted) {
        test = Lazy.ofValue(predicted);
    }

    /** What of the configured ranker has something to learn from them. */
    public RankerConfig ranker() {
        return ranker;
    }
}
