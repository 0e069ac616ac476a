package dev.linger.candidates.als;

import dev.linger.candidates.InteractionMatrix;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.PlayValue;
import dev.linger.candidates.Retrieval;
import dev.linger.candidates.SeenItems;
import dev.linger.candidates.SparseRows;
import dev.linger.candidates.Universe;
import dev.linger.data.InteractionLog;
import dev.linger.data.RankedList;
import java.util.Arrays;

/**
 * The next videos of a user, by ALS: from the training log, or after one more play, which folds the user's row in again
 * and needs no training. Immutable: the play is not kept. Where old plays count less, it counts in full
 * and the ages of the others stay as they were when the model was fitted.
 */
public final class NextVideos {
    private final AlsModel model;
    private final ItemScorer fallback;
    private final PlayValue value;
    private final int[] durationMillis;
    private final InteractionMatrix history;
    private final Retrieval retrieval;

    /**
     * @param model fitted to {@code training}
     * @param fallback whose order counts for users without history
     * @param training the log the model was fitted to
     */
    public NextVideos(AlsModel model, ItemScorer fallback, InteractionLog training) {
        int userCount = model.userFactors().rowCount();
        int itemCount = model.itemCount();
        AlsConfig config = model.config();
        this.model = model;
        this.fallback = fallback;
        this.value = config.weighting().playValue(training);
        this.durationMillis = latestDurations(training, itemCount);
        this.history = config.pairs(training, userCount, itemCount, value);
        this.retrieval = new Retrieval(
                model, fallback, Universe.playedIn(training, itemCount), SeenItems.of(training, userCount));
    }

    /** The user's best unseen videos, at most {@code limit}. */
    public RankedList of(int user, int limit) {
        return retrieval.topItems(user, limit);
    }

    /**
     * The user's best unseen videos after one more play, at most {@code limit}; the video played is not among them. A
     * user of whom nothing is known even then (one skip, nothing else) gets the fallback's.
     *
     * @param user who played
     * @param item what was played, before or for the first time; as long as its latest play in the training log
     * @param watchRatio how much of it was watched
     * @param limit how many videos are asked for
     */
    public RankedList afterWatch(int user, int item, double watchRatio, int limit) {
        if (!(watchRatio >= 0)) {
            throw new IllegalArgumentException("watchRatio must be >= 0 but was " + watchRatio);
        }
        double[] scores = new double[model.itemCount()];
        double[] userRow = foldInWith(user, item, watchRatio);
        if (AlsModel.isUnknown(userRow)) {
            fallback.score(user, scores);
        } else {
            model.score(userRow, scores);
        }
        scores[item] = Double.NEGATIVE_INFINITY;
        return retrieval.topByScores(user, limit, scores);
    }

    /** The user's row with the play added to their history, by the model's rule for repeated plays. */
    private double[] foldInWith(int user, int item, double watchRatio) {
        SparseRows pairs = history.byUser();
        int size = 0;
        int[] items = new int[pairs.count(user) + 1];
        float[] values = new float[items.length];
        double valueBefore = 0;
        int playsBefore = 0;
        for (int cell = pairs.from(user); cell < pairs.to(user); cell++) {
            if (pairs.column(cell) == item) {
                valueBefore = pairs.value(cell);
                playsBefore = history.plays(cell);
            } else {
                items[size] = pairs.column(cell);
                values[size++] = pairs.value(cell);
            }
        }
        double played = value.of(durationMillis[item], watchRatio);
        items[size] = item;
        values[size++] = (float) model.config().repeatRule().fold(valueBefore, playsBefore, played);
        return model.foldIn(Arrays.copyOf(items, size), Arrays.copyOf(values, size));
    }

    /** Length of each item in its latest play; 0 without plays, where factors of 0 make the length idle. */
    private static int[] latestDurations(InteractionLog training, int itemCount) {
        int[] latest = new int[itemCount];
        for (int row = 0; row < training.size(); row++) {
            latest[training.item(row)] = training.durationMillis(row);
        }
        return latest;
    }
}
