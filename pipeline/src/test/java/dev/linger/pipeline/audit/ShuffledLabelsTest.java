package dev.linger.pipeline.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.linger.data.Seed;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ShuffledLabelsTest {
    private static final TrainingSets SETS = new TrainingSets(Map.of(
            TrainingSetKind.PLAYS,
            TrainingSets.Rows.of(set(0), set(1_000)),
            TrainingSetKind.CANDIDATES,
            TrainingSets.Rows.of(set(0), null)));

    /** A hundred rows with labels from {@code first} on. */
    private static TrainingSet set(int first) {
        float[] label = new float[100];
        for (int row = 0; row < label.length; row++) {
            label[row] = first + row;
        }
        return new TrainingSet(
                new FeatureRows(List.of(), new int[100], new int[100], new float[0]), label, new int[100]);
    }

    @Test
    void labels_to_fit_and_to_validate_are_permuted_each_among_themselves() {
        TrainingSets shuffled = ShuffledLabels.of(SETS, new Seed(1));
        TrainingSets.Rows plays = shuffled.of(TrainingSetKind.PLAYS);
        assertPermuted(set(0), plays.fit());
        assertPermuted(set(1_000), Objects.requireNonNull(plays.validation()));
        assertPermuted(set(0), shuffled.of(TrainingSetKind.CANDIDATES).fit());
        assertNull(shuffled.of(TrainingSetKind.CANDIDATES).validation());
    }

    @Test
    void rows_stay_and_the_seed_decides() {
        TrainingSet once =
                ShuffledLabels.of(SETS, new Seed(1)).of(TrainingSetKind.PLAYS).fit();
        TrainingSet again =
                ShuffledLabels.of(SETS, new Seed(1)).of(TrainingSetKind.PLAYS).fit();
        TrainingSet other =
                ShuffledLabels.of(SETS, new Seed(2)).of(TrainingSetKind.PLAYS).fit();
        assertSame(
                SETS.of(TrainingSetKind.PLAYS).all().rows(),
                ShuffledLabels.of(SETS, new Seed(1))
                        .of(TrainingSetKind.PLAYS)
                        .all()
                        .rows());
        assertArrayEquals(once.label(), again.label());
        assertFalse(Arrays.equals(once.label(), other.label()));
    }

    private static void assertPermuted(TrainingSet before, TrainingSet after) {
        assertFalse(Arrays.equals(before.label(), after.label()));
        float[] sorted = after.label().clone();
        Arrays.sort(sorted);
        assertArrayEquals(before.label(), sorted);
    }
}
