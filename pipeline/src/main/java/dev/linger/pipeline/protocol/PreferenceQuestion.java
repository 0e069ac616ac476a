package dev.linger.pipeline.protocol;

import dev.linger.data.WatchMatrix;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.RelevanceRule;
import java.util.Locale;

/**
 * By what the order of given videos is chosen, and on whom it may be measured then.
 *
 * <p>Where a fully observed matrix is at hand and the system is for preference, it is the matrix rows of every second user:
 * what a log shows was chosen by somebody, so an order that is best on it may be worst on all videos. Otherwise it is what
 * users were shown on the validation days, each user's videos compared among themselves alone, so that neither how often a
 * video nor how much a user was shown counts.
 *
 * @param lists asked for when the validation days begin
 * @param judgments what is liked of them, by the first relevance rule
 * @param isOfMatrix whether they are rows of the matrix, so that only the other rows may be measured
 */
public record PreferenceQuestion(GivenItems lists, Judgments judgments, boolean isOfMatrix) {
    /** The rows of a matrix by which is chosen: of users with an even index. */
    static PreferenceQuestion of(WatchMatrix matrix, RelevanceRule rule, TrainingWindow before) {
        Judgments all = Judgments.of(matrix, rule.fit(before.log()), 0);
        return new PreferenceQuestion(
                GivenItems.of(matrix).where(PreferenceQuestion::isAsked),
                all.where((user, item) -> isAsked(user)),
                true);
    }

    /** What was shown on the validation days. */
    static PreferenceQuestion of(Holdout holdout) {
        Judgments judgments = holdout.validation().get(0).whole();
        GivenItems shown = GivenItems.shownIn(holdout.split().validation());
        return new PreferenceQuestion(shown.where(judgments::isCounted), judgments, false);
    }

    private static boolean isAsked(int user) {
        return user % 2 == 0;
    }

    /** Whether nothing is chosen by this user of the matrix. */
    public boolean mayMeasure(int user) {
        return !isOfMatrix || !isAsked(user);
    }

    /** Whom and what is chosen by. */
    public String inWords() {
        return String.format(
                Locale.ROOT,
                isOfMatrix
                        ? "all videos of the small matrix, for %,d of its users, every second one; the others are measured"
                        : "the videos that %,d users were shown on the validation days, within each user",
                lists.size());
    }
}
