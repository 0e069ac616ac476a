package dev.linger.features;

import java.util.Arrays;
import java.util.List;

/**
 * What stage one says of some rows, row-major: the cell of (row, column) is {@code values[row * columns.size() + column]}.
 * The first two columns are score and rank in its order; others may follow.
 *
 * @param columns the columns
 * @param values the cells, NaN where stage one knows nothing
 */
public record StageOneCells(List<FeatureColumn> columns, float[] values) {
    /** Score and rank in the order of stage one: what every row has at least. */
    public static final List<FeatureColumn> SCORE_AND_RANK = List.of(
            FeatureColumn.numeric(FeatureColumn.STAGE_ONE_SCORE, "1", "stage one does not know the user or the item"),
            FeatureColumn.numeric(FeatureColumn.STAGE_ONE_RANK, "rank from 1", "likewise"));

    public StageOneCells {
        columns = List.copyOf(columns);
        if (columns.size() < 2 || !columns.subList(0, 2).equals(SCORE_AND_RANK)) {
            throw new IllegalArgumentException("the first two columns must be score and rank but are " + columns);
        }
        if (values.length % columns.size() != 0) {
            throw new IllegalArgumentException(values.length + " cells do not fill rows of " + columns.size());
        }
    }

    /** Room for rows, of which nothing is known yet. */
    public static StageOneCells unknown(List<FeatureColumn> columns, int rows) {
        float[] values = new float[Math.multiplyExact(rows, columns.size())];
        Arrays.fill(values, Float.NaN);
        return new StageOneCells(columns, values);
    }

    /** The cells of several lists, one after the other, all of these columns. */
    public static StageOneCells concat(List<FeatureColumn> columns, List<StageOneCells> parts) {
        float[] values =
                new float[parts.stream().mapToInt(part -> part.values.length).reduce(0, Math::addExact)];
        int row = 0;
        for (StageOneCells part : parts) {
            part.copyTo(columns, values, row);
            row += part.rows();
        }
        return new StageOneCells(columns, values);
    }

    /**
     * Copies all cells to where more than these have room.
     *
     * @param of the columns of all of them, which must be those of these cells
     * @param row the row of {@code values} at which they begin
     */
    public void copyTo(List<FeatureColumn> of, float[] values, int row) {
        if (!columns.equals(of)) {
            throw new IllegalArgumentException("cells of " + columns + " are none of " + of);
        }
        System.arraycopy(this.values, 0, values, row * columns.size(), this.values.length);
    }

    /** Copies each row to its place among others of the same columns. */
    public void copyTo(StageOneCells others, int[] places) {
        int width = columns.size();
        for (int row = 0; row < places.length; row++) {
            System.arraycopy(values, row * width, others.values, places[row] * width, width);
        }
    }

    /** The number of rows. */
    public int rows() {
        return values.length / columns.size();
    }

    /** Score of the item for the user in the order of stage one, NaN where it knows nothing of it. */
    public float score(int row) {
        return values[row * columns.size()];
    }

    /** Rank of the item in the user's list of all unseen items, from 1, NaN where nothing is known of it. */
    public float rank(int row) {
        return values[row * columns.size() + 1];
    }

    /** A copy of the first two columns. */
    public StageOneCells scoreAndRank() {
        float[] both = new float[2 * rows()];
        for (int row = 0; row < rows(); row++) {
            both[2 * row] = score(row);
            both[2 * row + 1] = rank(row);
        }
        return new StageOneCells(SCORE_AND_RANK, both);
    }

    /** A copy of the rows {@code from..to-1}. */
    public StageOneCells slice(int from, int to) {
        return new StageOneCells(columns, Arrays.copyOfRange(values, from * columns.size(), to * columns.size()));
    }

    /** A copy of some rows, in the order asked for. */
    public StageOneCells rows(int[] rows) {
        float[] picked = new float[Math.multiplyExact(rows.length, columns.size())];
        for (int at = 0; at < rows.length; at++) {
            System.arraycopy(values, rows[at] * columns.size(), picked, at * columns.size(), columns.size());
        }
        return new StageOneCells(columns, picked);
    }
}
