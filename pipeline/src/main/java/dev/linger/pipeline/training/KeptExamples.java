package dev.linger.pipeline.training;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import dev.linger.features.FeatureRequests;
import dev.linger.features.StageOneCells;
import dev.linger.pipeline.cache.Kept;
import dev.linger.ranker.TrainedColumns;
import java.io.IOException;

/** How rows to learn from are kept: what is asked of the features, which are computed again, faster than they are read. */
final class KeptExamples {
    /** Plays of one part, or of two with so many of the first. */
    static final Kept<Plays> PLAYS = Kept.columns(
            (value, out) -> {
                writePlays(value.all(), out);
                out.number(value.fitRows());
            },
            in -> new Plays(readPlays(in), in.number()));

    static final Kept<ObservedExamples> TEST = Kept.columns(KeptExamples::writePlays, KeptExamples::readPlays);

    static final Kept<Candidates> CANDIDATES = Kept.columns(
            (value, out) -> {
                write(value.requests(), out);
                out.floats(value.ratio());
                out.floats(value.quantile());
                out.ints(value.groups());
                out.number(value.fitRows());
                out.number(value.offered().fit());
                out.number(value.offered().validation());
            },
            in -> new Candidates(
                    requests(in),
                    in.floats(),
                    in.floats(),
                    in.ints(),
                    in.number(),
                    new TrainingSetBuilder.Offered(in.number(), in.number())));

    private KeptExamples() {}

    /**
     * Plays to fit to and, after them, those to validate by.
     *
     * @param fitRows how many are to fit to
     */
    record Plays(ObservedExamples all, int fitRows) {}

    /**
     * Candidates to fit to and, after them, those to validate by.
     *
     * @param ratio label of each row
     * @param quantile its debiased label
     * @param groups number of the list it belongs to
     * @param fitRows how many are to fit to
     * @param offered how many there were
     */
    record Candidates(
            FeatureRequests requests,
            float[] ratio,
            float[] quantile,
            int[] groups,
            int fitRows,
            TrainingSetBuilder.Offered offered) {}

    private static void writePlays(ObservedExamples plays, ColumnWriter out) throws IOException {
        write(plays.requests(), out);
        out.doubles(plays.watchRatio());
        out.ints(plays.durationMillis());
        out.bytes(plays.flags());
        out.ints(plays.group());
    }

    private static ObservedExamples readPlays(ColumnReader in) throws IOException {
        return new ObservedExamples(requests(in), in.doubles(), in.ints(), in.bytes(), in.ints());
    }

    private static void write(FeatureRequests requests, ColumnWriter out) throws IOException {
        out.ints(requests.user());
        out.ints(requests.item());
        out.ints(requests.asOfDay());
        out.longs(requests.requestMillis());
        new TrainedColumns(requests.stageOne().columns()).writeTo(out);
        out.floats(requests.stageOne().values());
    }

    private static FeatureRequests requests(ColumnReader in) throws IOException {
        return new FeatureRequests(
                in.ints(),
                in.ints(),
                in.ints(),
                in.longs(),
                new StageOneCells(TrainedColumns.readFrom(in).columns(), in.floats()));
    }
}
