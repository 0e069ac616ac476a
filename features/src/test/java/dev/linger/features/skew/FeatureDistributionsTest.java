package dev.linger.features.skew;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.Workers;
import dev.linger.data.columns.ColumnWriter;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureDistributionsTest {
    private static final float NONE = Float.NaN;
    private static final List<FeatureColumn> COLUMNS =
            List.of(FeatureColumn.numeric("number", "1", "-"), FeatureColumn.category("level", "-"));
    private static final FeatureDistributions LEARNED =
            of(new FeatureRows(COLUMNS, new int[4], new int[4], new float[] {1, 7, 2, 7, 3, 7, NONE, 9}));

    @TempDir
    private Path folder;

    private int models;

    private static FeatureDistributions of(FeatureRows rows) {
        try (Workers workers = new Workers(2)) {
            return FeatureDistributions.of(rows, workers);
        }
    }

    @Test
    void each_column_is_counted_by_bins_of_its_kind() {
        ColumnDistribution number = LEARNED.columns().get(0);
        ColumnDistribution level = LEARNED.columns().get(1);
        assertEquals(4, LEARNED.rows());
        // Deciles of 1 2 3: 1 thrice, 2 thrice, 3 thrice. Below 1, 1, below 2, 2, below 3, 3, above, missing.
        assertArrayEquals(new int[] {0, 1, 0, 1, 0, 1, 0, 1}, number.counts());
        assertEquals(0.25, number.missing());
        assertArrayEquals(new float[] {7, 9}, level.bins().bounds());
        assertArrayEquals(new int[] {3, 1, 0, 0}, level.counts());
        assertEquals(0, level.missing());
        assertTrue(
                Double.isNaN(ColumnDistribution.of(COLUMNS.get(0), new float[0]).missing()));
    }

    @Test
    void other_values_are_measured_against_them() {
        // Levels .75 .25 against .25 .75: .5 ln 3 - .5 ln(1 / 3) = ln 3 = 1.098612.
        assertEquals(1.098612, LEARNED.columns().get(1).stability(new float[] {7, 9, 9, 9}), 1e-6);
        assertEquals(0, LEARNED.columns().get(0).stability(new float[] {NONE, 3, 2, 1}));
    }

    @Test
    void they_are_read_as_they_were_written_and_for_no_other_columns() throws IOException {
        ModelReader from = written(LEARNED::write);
        FeatureDistributions read = from.columns("learned", in -> FeatureDistributions.read(in, COLUMNS));
        for (int at = 0; at < 2; at++) {
            ColumnDistribution was = LEARNED.columns().get(at);
            ColumnDistribution is = read.columns().get(at);
            assertEquals(was.column(), is.column());
            assertEquals(was.bins().ofLevels(), is.bins().ofLevels());
            assertArrayEquals(was.bins().bounds(), is.bins().bounds());
            assertArrayEquals(was.counts(), is.counts());
        }
        List<FeatureColumn> others = List.of(COLUMNS.get(1), COLUMNS.get(0));
        assertRefused("of the columns [number, level] and not of [level, number]", from, others);
    }

    @Test
    void what_no_distribution_can_be_is_refused() throws IOException {
        assertRefused("bins of kind 2", written(out -> column(out, 2, new float[] {1, 2}, 3, 1, 0, 0)), COLUMNS);
        assertRefused(
                "bounds must be ascending", written(out -> column(out, 1, new float[] {2, 2}, 1, 1, 1, 1)), COLUMNS);
        assertRefused("bounds must be ascending", written(out -> column(out, 0, new float[] {NONE}, 1, 1, 1)), COLUMNS);
        assertRefused("at most 20 bounds", written(out -> column(out, 0, new float[21])), COLUMNS);
        assertRefused("no counts of 4 bins", written(out -> column(out, 1, new float[] {1, 2}, 3, 1, 0)), COLUMNS);
        assertRefused("no counts of 4 bins", written(out -> column(out, 1, new float[] {1, 2}, 3, 1, -1, 0)), COLUMNS);
        assertRefused("bytes are left", written(out -> out.number(2)), COLUMNS);
    }

    private static void column(ColumnWriter out, int kind, float[] bounds, int... counts) throws IOException {
        out.number(1);
        out.text("number");
        out.number(kind);
        out.floats(bounds);
        out.ints(counts);
    }

    @Test
    void columns_are_of_the_same_rows() {
        ColumnDistribution four = LEARNED.columns().get(0);
        ColumnDistribution two = ColumnDistribution.of(COLUMNS.get(0), new float[] {1, 2});
        assertThrows(IllegalArgumentException.class, () -> new FeatureDistributions(List.of(four, two)));
    }

    private ModelReader written(ModelWriter.Content content) throws IOException {
        Path model = folder.resolve("model-" + models++);
        ModelWriter to = ModelWriter.create(model);
        to.columns("learned", content);
        to.finish();
        return ModelReader.open(model);
    }

    private static void assertRefused(String message, ModelReader from, List<FeatureColumn> columns) {
        InputException refused = assertThrows(
                InputException.class, () -> from.columns("learned", in -> FeatureDistributions.read(in, columns)));
        assertTrue(String.valueOf(refused.getMessage()).contains(message), refused::getMessage);
    }
}
