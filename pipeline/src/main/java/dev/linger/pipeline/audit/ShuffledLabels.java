package dev.linger.pipeline.audit;

import dev.linger.data.Seed;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Labels that belong to other rows: what a ranker makes of them can only come from somewhere else. */
public final class ShuffledLabels {
    private ShuffledLabels() {}

    /** The same rows; labels and flags of the fit rows are permuted among these, those of the validation rows likewise. */
    public static TrainingSets of(TrainingSets trainingSets, Seed seed) {
        Map<TrainingSetKind, TrainingSets.Rows> shuffled = new EnumMap<>(TrainingSetKind.class);
        trainingSets.rows().forEach((kind, rows) -> {
            SplittableRandom random = seed.stream("shuffled labels of " + kind.label());
            TrainingSet all = rows.all();
            int[] order = IntStream.range(0, all.size()).toArray();
            shuffle(order, 0, rows.fitRows(), random);
            shuffle(order, rows.fitRows(), order.length, random);
            float[] labels = new float[order.length];
            for (int row = 0; row < labels.length; row++) {
                labels[row] = all.label()[order[row]];
            }
            TrainingSet mixed = all.withLabels(labels).withFlags(all.flags().rows(order));
            shuffled.put(kind, new TrainingSets.Rows(mixed, rows.fitRows()));
        });
        return new TrainingSets(shuffled);
    }

    /** Fisher and Yates, among the rows {@code from..to-1}. */
    private static void shuffle(int[] order, int from, int to, SplittableRandom random) {
        for (int row = to - 1; row > from; row--) {
            int other = from + random.nextInt(row - from + 1);
            int swap = order[row];
            order[row] = order[other];
            order[other] = swap;
        }
    }
}
