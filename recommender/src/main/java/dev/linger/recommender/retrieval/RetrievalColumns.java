package dev.linger.recommender.retrieval;

import dev.linger.candidates.Retrieval;
import dev.linger.candidates.Signal;
import dev.linger.candidates.UserScores;
import dev.linger.data.Progress;
import dev.linger.data.Workers;
import dev.linger.features.FeatureColumn;
import dev.linger.features.StageOneCells;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What retrieval tells the ranker of (user, item) pairs: score and rank in the order of the first source and its signals, then
 * the score and the signals of every other source. A source that knows users has its standing too: the score in standard
 * deviations from the mean of all items it knows for the user, so that it means the same for every user and whenever the
 * source was fitted.
 */
public final class RetrievalColumns {
    private static final String NOT_KNOWN = "the source does not know the user or the item";
    private static final int SCORE_AND_RANK = StageOneCells.SCORE_AND_RANK.size();

    private final List<FittedSource> sources;
    private final List<Retrieval> retrievals;
    private final List<FeatureColumn> columns;

    /**
     * The columns of some sources.
     *
     * @param retrievals one per source
     */
    RetrievalColumns(List<FittedSource> sources, List<Retrieval> retrievals) {
        this.sources = List.copyOf(sources);
        this.retrievals = List.copyOf(retrievals);
        List<FeatureColumn> all = new ArrayList<>(StageOneCells.SCORE_AND_RANK);
        for (int at = 0; at < sources.size(); at++) {
            FittedSource source = sources.get(at);
            if (at > 0) {
                all.add(FeatureColumn.numeric(source.columnPrefix() + "score", "1", NOT_KNOWN));
            }
            if (hasStanding(source)) {
                all.add(FeatureColumn.numeric(source.columnPrefix() + "standing", "standard deviations", NOT_KNOWN));
            }
            for (Signal signal : source.scorer().signals()) {
                all.add(FeatureColumn.numeric(source.columnPrefix() + signal.name(), signal.unit(), signal.missing()));
            }
        }
        this.columns = List.copyOf(all);
    }

    private static boolean hasStanding(FittedSource source) {
        return !source.config().isSameForAll();
    }

    public List<FeatureColumn> columns() {
        return columns;
    }

    /** The cells of some items of one user, one row per item. */
    public StageOneCells of(int user, int[] items) {
        return of(user, items, scores(user));
    }

    /** The same from scores at hand, one per source. */
    StageOneCells of(int user, int[] items, List<UserScores> scores) {
        StageOneCells cells = StageOneCells.unknown(columns, items.length);
        int width = columns.size();
        writeScoreAndRank(items, scores.get(0), cells.values(), width);
        int column = SCORE_AND_RANK;
        for (int at = 0; at < sources.size(); at++) {
            if (at > 0) {
                writeOwnScores(items, scores.get(at), cells.values(), column++, width);
            }
            if (hasStanding(sources.get(at))) {
                scores.get(at).standings(items, cells.values(), column++, width);
            }
            sources.get(at).scorer().signals(user, items, cells.values(), column, width);
            column += sources.get(at).scorer().signals().size();
        }
        return cells;
    }

    /**
     * Writes the rows of several users, in all threads. Every source scores all items once a user, so ask for all items of a
     * user at once.
     *
     * @param users each once
     * @param items of all rows
     * @param start where the rows of each user begin, and behind the last the number of rows
     * @param place where each row goes among the cells
     */
    public void fill(
            int[] users,
            int[] items,
            int[] start,
            int[] place,
            StageOneCells cells,
            Workers workers,
            Progress.Task task) {
        UserTile.forEach(retrievals, users, workers, (at, scores) -> {
            of(users[at], Arrays.copyOfRange(items, start[at], start[at + 1]), scores)
                    .copyTo(cells, Arrays.copyOfRange(place, start[at], start[at + 1]));
            task.advance(1);
        });
    }

    List<UserScores> scores(int user) {
        return retrievals.stream().map(retrieval -> retrieval.scores(user)).toList();
    }

    private static void writeScoreAndRank(int[] items, UserScores scores, float[] cells, int width) {
        float[] score = new float[items.length];
        float[] rank = new float[items.length];
        scores.scoreAndRank(items, 0, items.length, score, rank);
        for (int at = 0; at < items.length; at++) {
            cells[at * width] = score[at];
            cells[at * width + 1] = rank[at];
        }
    }

    private static void writeOwnScores(int[] items, UserScores scores, float[] cells, int column, int width) {
        for (int at = 0; at < items.length; at++) {
            double known = scores.ownScore(items[at]);
            cells[column + at * width] = known == Double.NEGATIVE_INFINITY ? Float.NaN : (float) known;
        }
    }
}
