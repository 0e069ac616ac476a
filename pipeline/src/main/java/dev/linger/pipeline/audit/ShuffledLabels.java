package dev.linger.pipeline.audit;

import dev.linger.data.Seed;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Labels that belong to other rows: what a ranker makes of them can only come from somewhere else. */
public final class ShuffledLabels {
    private ShuffledLabels() {}

    /** The same rows; the labels of the fit rows are permuted among these, those of the validation rows likewise. */
    public static TrainingSets of(TrainingSets trainingSets, Seed seed) {
        Map<TrainingSetKind, TrainingSets.Rows> shuffled = new EnumMap<>(TrainingSetKind.class);
        trainingSets.rows().forEach((kind, rows) -> {
            SplittableRandom random = seed.stream("shuffled labels of " + kind.label());
            float[] labels = rows.all().label().clone();
            shuffle(labels, 0, rows.fitRows(), random);
            shuffle(labels, rows.fitRows(), labels.length, random);
            shuffled.put(kind, new TrainingSets.Rows(rows.all().withLabels(labels), rows.fitRows()));
        });
        return new TrainingSets(shuffled);
    }

    /** Fisher and Yates, among the rows {@code from..to-1}. */
    private static void shuffle(float[] labels, int from, int to, SplittableRandom random) {
        for (int row = to - 1; row > from; row--) {
            int other = from + random.nextInt(row - from + 1);
            float swap = labels[row];
            labels[row] = labels[other];
            labels[other] = swap;
        }
    }
}
