package dev.linger.pipeline.run;

import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSets;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The places where what a step of a run is given can be replaced.
 *
 * @param name of what is replaced, under which the values of steps are kept apart from those of every other run; empty where
 *     nothing is
 * @param firstSourceRows from the rows before an instant and the whole log, the rows that the first source is fitted to then
 * @param replayed from the data set, the one whose log and statistics the feature rows are computed from
 * @param trainingSets from what the ranker may learn, what it learns
 */
public record Interventions(
        String name,
        BinaryOperator<InteractionLog> firstSourceRows,
        UnaryOperator<Dataset> replayed,
        Learning trainingSets) {
    /** Every step gets what it is meant to get. */
    public static final Interventions HONEST =
            new Interventions("", (before, all) -> before, dataset -> dataset, (honest, test) -> honest);

    /** What the ranker learns. */
    @FunctionalInterface
    public interface Learning {
        /**
         * The rows to learn from.
         *
         * @param honest the rows of the label window
         * @param testPlays makes the plays after the cut with their labels
         */
        TrainingSets learned(TrainingSets honest, Supplier<TrainingSet> testPlays);
    }

    public static Interventions ofFirstSourceRows(String name, BinaryOperator<InteractionLog> firstSourceRows) {
        return new Interventions(required(name), firstSourceRows, HONEST.replayed, HONEST.trainingSets);
    }

    public static Interventions ofReplayed(String name, UnaryOperator<Dataset> replayed) {
        return new Interventions(required(name), HONEST.firstSourceRows, replayed, HONEST.trainingSets);
    }

    /** Other rows to learn from. */
    public static Interventions ofTrainingSets(String name, Learning trainingSets) {
        return new Interventions(required(name), HONEST.firstSourceRows, HONEST.replayed, trainingSets);
    }

    /** Another data set, of which every step gets what it is meant to get. */
    public static Interventions ofData(String name) {
        return new Interventions(required(name), HONEST.firstSourceRows, HONEST.replayed, HONEST.trainingSets);
    }

    private static String required(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("what is replaced must have a name");
        }
        return name;
    }

    /** Nothing replaced, but still apart from other runs by the name. */
    public Interventions honest() {
        return new Interventions(name, HONEST.firstSourceRows, HONEST.replayed, HONEST.trainingSets);
    }
}
