package dev.linger.ranker;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows to learn from.
 *
 * @param rows by lesson
 */
public record Lessons(Map<Lesson, Rows> rows) {
    /**
     * The rows of one lesson.
     *
     * @param fit what is learned from
     * @param validation later rows with the same columns, by which choices are made and which are learned from only after
     *     them; may be absent where nothing is stopped early
     */
    public record Rows(TrainingSet fit, @Nullable TrainingSet validation) {}

    public Lessons {
        rows = Map.copyOf(rows);
    }

    /** Plays alone. */
    public static Lessons ofPlays(TrainingSet fit, @Nullable TrainingSet validation) {
        return new Lessons(Map.of(Lesson.PLAYS, new Rows(fit, validation)));
    }

    /** The rows of a lesson, which must be there. */
    public Rows of(Lesson lesson) {
        Rows found = rows.get(lesson);
        if (found == null) {
            throw new IllegalArgumentException("there are no rows of " + lesson.label() + " to learn from");
        }
        return found;
    }
}
