package dev.linger.pipeline.audit;

import dev.linger.data.Seed;
import dev.linger.ranker.Lesson;
import dev.linger.ranker.Lessons;
import dev.linger.ranker.TrainingSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Labels that belong to other rows: what a ranker makes of them can only come from somewhere else. */
public final class ShuffledLabels {
    private ShuffledLabels() {}

    /** The same rows; the labels of the fit rows are permuted among these, those of the validation rows likewise. */
    public static Lessons of(Lessons lessons, Seed seed) {
        Map<Lesson, Lessons.Rows> shuffled = new EnumMap<>(Lesson.class);
        lessons.rows().forEach((lesson, rows) -> {
            SplittableRandom random = seed.stream("shuffled labels of " + lesson.label());
            TrainingSet fit = shuffled(rows.fit(), random);
            shuffled.put(lesson, new Lessons.Rows(fit, ofValidation(rows.validation(), random)));
        });
        return new Lessons(shuffled);
    }

    private static @Nullable TrainingSet ofValidation(@Nullable TrainingSet set, SplittableRandom random) {
        return set == null ? null : shuffled(set, random);
    }

    /** Fisher and Yates. */
    private static TrainingSet shuffled(TrainingSet set, SplittableRandom random) {
        float[] labels = set.label().clone();
        for (int row = labels.length - 1; row > 0; row--) {
            int other = random.nextInt(row + 1);
            float swap = labels[row];
            labels[row] = labels[other];
            labels[other] = swap;
        }
        return new TrainingSet(set.rows(), labels, set.group());
    }
}
