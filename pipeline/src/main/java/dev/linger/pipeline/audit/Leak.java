package dev.linger.pipeline.audit;

import dev.linger.data.Dataset;
import dev.linger.pipeline.run.Interventions;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
import java.util.EnumMap;
import java.util.Map;

/** The mistakes that are made most often with such data, each as what it does to the input of one step. */
public enum Leak {
    /** The first source of every instant is fitted to the whole log, the plays after the cut included. */
    SOURCE_ON_ALL_ROWS("source-on-all-rows"),
    /** Rows see the daily statistics of their own day: totals that are known only when it is over. */
    SAME_DAY_STATISTICS("same-day-statistics"),
    /** Features of earlier plays count the plays of the row's own day, the row itself among them. */
    HISTORY_WITH_THE_ROW("history-with-the-row"),
    /** The ranker learns from the plays after the cut too, with their labels. */
    TEST_ROWS_IN_LABEL_WINDOW("test-rows-in-label-window");

    private final String label;

    Leak(String label) {
        this.label = label;
    }

    /** The leak's name in tables. */
    public String label() {
        return label;
    }

    /** Whether retrieval differs from the honest one. */
    public boolean changesRetrieval() {
        return this == SOURCE_ON_ALL_ROWS;
    }

    /** The honest steps but for this leak. */
    public Interventions interventions() {
        return switch (this) {
            case SOURCE_ON_ALL_ROWS -> Interventions.ofFirstSourceRows(label, (before, all) -> all);
            case SAME_DAY_STATISTICS -> Interventions.ofReplayed(label, Leak::withStatisticsOfTheDay);
            case HISTORY_WITH_THE_ROW -> Interventions.ofReplayed(label, Leak::withPlaysOfTheDay);
            case TEST_ROWS_IN_LABEL_WINDOW ->
                Interventions.ofTrainingSets(label, (honest, testPlays) -> withPlays(honest, testPlays.get()));
        };
    }

    /** A row looks for the latest day before its own, and finds the totals of its own there. */
    private static Dataset withStatisticsOfTheDay(Dataset dataset) {
        return dataset.with(dataset.dailyStats().movedBy(-1));
    }

    /** A row is filled when every play of the days before its own has been observed, and those of its own are said to be. */
    private static Dataset withPlaysOfTheDay(Dataset dataset) {
        return dataset.with(dataset.log().withDaysMovedBy(-1));
    }

    private static TrainingSets withPlays(TrainingSets honest, TrainingSet testPlays) {
        Map<TrainingSetKind, TrainingSets.Rows> rows = new EnumMap<>(honest.rows());
        TrainingSets.Rows plays = honest.of(TrainingSetKind.PLAYS);
        rows.put(TrainingSetKind.PLAYS, TrainingSets.Rows.of(plays.fit().and(testPlays), plays.validation()));
        return new TrainingSets(rows);
    }
}
