package dev.linger.recommender.creators;

import dev.linger.data.InteractionLog;
import dev.linger.data.SideTables;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;
import java.util.Optional;

/**
 * Whether creators upload again, as of a day.
 *
 * @param model what was fitted to the days before
 * @param uplifts by how much the chance of each creator rises with one more play to the end; NaN where that is not known
 */
public record CreatorUploads(UploadModel model, double[] uplifts) {
    /**
     * Fits.
     *
     * @param log the plays before the day
     * @param day nothing of it or later is looked at, in days since 1970-01-01
     * @param within days in which an upload counts
     * @return empty where there is nothing to learn from: no creators, no uploads after the first plays, or too few days
     */
    public static Optional<CreatorUploads> fit(InteractionLog log, SideTables tables, int day, int within) {
        UploadExamples examples = UploadExamples.of(log, tables.itemTable(), Integer.MIN_VALUE, day, within);
        return UploadTrainer.fit(examples, within)
                .map(model ->
                        new CreatorUploads(model, model.uplifts(new CreatorDays(log, tables.itemTable()).walk(day))));
    }

    /** {@link #uplifts} of one creator. */
    public double uplift(int creator) {
        return uplifts[creator];
    }

    /** Writes the model, and a column. */
    public void write(ColumnWriter out) throws IOException {
        model.write(out);
        out.doubles(uplifts);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException where it is of another number of creators
     */
    public static CreatorUploads read(ColumnReader in, int creators) throws IOException {
        UploadModel model = UploadModel.read(in);
        double[] uplifts = in.doubles();
        if (uplifts.length != creators) {
            throw new IllegalArgumentException("it is of " + uplifts.length + " creators, not of " + creators);
        }
        return new CreatorUploads(model, uplifts);
    }
}
