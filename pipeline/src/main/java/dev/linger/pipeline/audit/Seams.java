package dev.linger.pipeline.audit;

import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.ranker.Lessons;
import dev.linger.ranker.TrainingSet;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The places where what a step of a run is given can be replaced.
 *
 * @param alsRows from the rows before an instant and the whole log, the rows that ALS is fitted to at that instant
 * @param replayed from the data set, the one whose log and statistics the feature rows are computed from
 * @param lessons from what the ranker may learn, what it learns
 */
public record Seams(BinaryOperator<InteractionLog> alsRows, UnaryOperator<Dataset> replayed, Learning lessons) {
    /** Every step gets what it is meant to get. */
    public static final Seams HONEST = new Seams((before, all) -> before, dataset -> dataset, (honest, test) -> honest);

    /** What the ranker learns. */
    @FunctionalInterface
    public interface Learning {
        /**
         * The rows to learn from.
         *
         * @param honest the rows of the label window
         * @param testPlays makes the plays after the cut with their labels
         */
        Lessons learned(Lessons honest, Supplier<TrainingSet> testPlays);
    }

    static Seams ofAlsRows(BinaryOperator<InteractionLog> alsRows) {
        return new Seams(alsRows, HONEST.replayed, HONEST.lessons);
    }

    static Seams ofReplayed(UnaryOperator<Dataset> replayed) {
        return new Seams(HONEST.alsRows, replayed, HONEST.lessons);
    }

    /** Other rows to learn from. */
    public static Seams ofLessons(Learning lessons) {
        return new Seams(HONEST.alsRows, HONEST.replayed, lessons);
    }
}
