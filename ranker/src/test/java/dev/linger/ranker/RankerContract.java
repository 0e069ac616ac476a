package dev.linger.ranker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every ranker keeps to, whatever its configuration. */
public abstract class RankerContract {
    private static final TrainingSet TRAIN = withStageOne(Problems.watching("train", 2000));
    private static final TrainingSet VALIDATION = withStageOne(Problems.watching("validation", 600));
    private static final FeatureRows ROWS = VALIDATION.rows().all();

    private static final TrainingSets SETS = new TrainingSets(Map.of(
            TrainingSetKind.PLAYS, TrainingSets.Rows.of(TRAIN, VALIDATION),
            TrainingSetKind.CANDIDATES, TrainingSets.Rows.of(VALIDATION, TRAIN)));

    @TempDir
    private Path temporary;

    /** The same one at each call. */
    protected abstract RankerConfig config();

    /** One of another kind, whose models are not those of {@link #config}. */
    protected abstract RankerConfig other();

    /** Whether scores are made of columns at all. */
    protected boolean readsColumns() {
        return true;
    }

    @Test
    void it_is_called_what_its_configuration_says() {
        assertEquals(config().kind(), train(1).name());
    }

    @Test
    void scores_are_finite_where_cells_are_missing_and_leave_the_rows_as_they_were() {
        float[] cells = ROWS.values().clone();
        Arrays.fill(cells, 0, 40 * ROWS.columns().size(), Float.NaN);
        FeatureRows rows = new FeatureRows(ROWS.columns(), ROWS.user(), ROWS.item(), cells.clone());
        assertTrue(DoubleStream.of(Problems.scores(train(1), rows)).allMatch(Double::isFinite));
        assertArrayEquals(cells, rows.values());
    }

    @Test
    void contributions_of_columns_add_up_to_scores() {
        Ranker ranker = train(1);
        double[] scores = Problems.scores(ranker, ROWS);
        ranker.contributions(ROWS).ifPresent(contributions -> {
            assertEquals(ROWS.columns().size(), contributions.columns());
            for (int row = 0; row < scores.length; row++) {
                assertEquals(scores[row], contributions.sum(row), 1e-9);
            }
        });
    }

    @Test
    void a_list_scores_the_same_alone_and_among_others() {
        Ranker ranker = train(1);
        double[] together = Problems.scores(ranker, ROWS);
        UserLists.forEach(
                ROWS,
                (from, to) -> assertArrayEquals(
                        Arrays.copyOfRange(together, from, to),
                        Problems.scores(
                                ranker, ROWS.pick(IntStream.range(from, to).toArray()))));
    }

    @Test
    void where_it_reads_no_features_rows_of_retrieval_alone_score_the_same() {
        Ranker ranker = train(1);
        if (!ranker.readsFeatures()) {
            int stageOne = ROWS.column(FeatureColumn.STAGE_ONE_SCORE);
            float[] cells = new float[ROWS.size()];
            for (int row = 0; row < cells.length; row++) {
                cells[row] = ROWS.value(row, stageOne);
            }
            FeatureRows alone = new FeatureRows(List.of(ROWS.columns().get(stageOne)), ROWS.user(), ROWS.item(), cells);
            assertArrayEquals(Problems.scores(ranker, ROWS), Problems.scores(ranker, alone));
        }
    }

    @Test
    void the_order_of_rows_in_a_list_is_irrelevant() {
        Ranker ranker = train(1);
        double[] scores = Problems.scores(ranker, ROWS);
        int last = ROWS.size() - 1;
        double[] backwards = Problems.scores(
                ranker,
                ROWS.pick(IntStream.rangeClosed(0, last).map(row -> last - row).toArray()));
        assertArrayEquals(
                scores,
                IntStream.rangeClosed(0, last)
                        .mapToDouble(row -> backwards[last - row])
                        .toArray(),
                1e-9);
    }

    @Test
    void several_threads_may_score_at_once() {
        Ranker ranker = train(1);
        double[] expected = Problems.scores(ranker, ROWS);
        double[][] results = new double[8][];
        try (Workers workers = new Workers(4)) {
            workers.forBlocks(8, 1, (from, to) -> results[from] = Problems.scores(ranker, ROWS));
        }
        for (double[] result : results) {
            assertArrayEquals(expected, result);
        }
    }

    @Test
    void training_by_one_thread_and_by_two_gives_the_same_scores() {
        assertArrayEquals(Problems.scores(train(1), ROWS), Problems.scores(train(2), ROWS));
    }

    @Test
    void rows_without_a_column_of_the_training_are_refused() {
        Ranker ranker = train(1);
        FeatureRows fewer = Problems.watching("validation", 600).rows().all();
        if (readsColumns()) {
            assertThrows(IllegalArgumentException.class, () -> Problems.scores(ranker, fewer));
        } else {
            assertArrayEquals(Problems.scores(ranker, ROWS), Problems.scores(ranker, fewer));
        }
    }

    @Test
    void what_is_read_back_is_the_same_to_the_last_bit() throws IOException {
        Ranker trained = train(1);
        Path folder = write(trained, "first");
        Ranker read = config().read(ModelReader.open(folder));
        assertArrayEquals(Problems.scores(trained, ROWS), Problems.scores(read, ROWS));
        assertEquals(trained.name(), read.name());
        assertEquals(trained.prediction(), read.prediction());
        assertEquals(trained.importances(), read.importances());
        assertEquals(trained.trace(), read.trace());
        assertEquals(new StoredModel(folder).digests(), new StoredModel(write(read, "again")).digests());
    }

    @Test
    void the_model_of_another_ranker_is_refused() throws IOException {
        Path folder = write(train(1), "model");
        assertThrows(InputException.class, () -> other().read(ModelReader.open(folder)));
    }

    @Test
    void a_file_that_is_cut_or_changed_is_refused() throws IOException {
        StoredModel model = new StoredModel(write(train(1), "model"));
        for (Path file : model.files()) {
            byte[] bytes = model.bytes(file);
            model.replace(file, Arrays.copyOf(bytes, bytes.length / 2));
            assertThrows(InputException.class, () -> read(model));
            byte[] changed = bytes.clone();
            changed[bytes.length / 3] ^= 4;
            model.replace(file, changed);
            assertThrows(InputException.class, () -> read(model));
            model.replace(file, bytes);
        }
        assertArrayEquals(Problems.scores(train(1), ROWS), Problems.scores(read(model), ROWS));
    }

    @Test
    void a_cut_file_is_refused_even_where_its_checksums_are_right() throws IOException {
        StoredModel model = new StoredModel(write(train(1), "model"));
        for (Path file : model.files()) {
            byte[] bytes = model.bytes(file);
            for (int part = 0; part < 10; part++) {
                model.replace(file, Arrays.copyOf(bytes, bytes.length * part / 20));
                model.repair(file);
                assertThrows(InputException.class, () -> read(model), file + " to " + part + "/20");
            }
            model.replace(file, bytes);
            model.repair(file);
        }
    }

    @Test
    void a_changed_file_with_right_checksums_is_refused_or_is_a_ranker() throws IOException {
        StoredModel model = new StoredModel(write(train(1), "model"));
        SplittableRandom random = new Seed(5).stream("damage");
        for (Path file : model.files()) {
            byte[] bytes = model.bytes(file);
            for (int trial = 0; trial < 50; trial++) {
                byte[] changed = bytes.clone();
                changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                model.replace(file, changed);
                model.repair(file);
                requireRefusedOrSound(model);
            }
            model.replace(file, bytes);
            model.repair(file);
        }
    }

    private void requireRefusedOrSound(StoredModel model) {
        try {
            double[] scores = Problems.scores(read(model), ROWS);
            assertTrue(DoubleStream.of(scores).noneMatch(Double::isNaN));
        } catch (InputException | IllegalArgumentException refused) {
            assertTrue(refused.getMessage() != null);
        }
    }

    private Ranker read(StoredModel model) {
        return config().read(ModelReader.open(model.folder()));
    }

    private Path write(Ranker ranker, String name) throws IOException {
        Path folder = temporary.resolve(name);
        ModelWriter writer = ModelWriter.create(folder);
        ranker.write(writer);
        writer.finish();
        return folder;
    }

    /** The quality of a blend is how high it scores the first validation row. */
    private Ranker train(int threads) {
        BlendQuality quality = parts -> {
            double[][] ofRankers = parts.rankers().stream()
                    .map(ranker -> Problems.scores(ranker, ROWS))
                    .toArray(double[][]::new);
            double[][] scores = parts.scores(ofRankers, UserLists.stageOneScores(ROWS));
            return weights -> IntStream.range(0, weights.length)
                    .mapToDouble(part -> weights[part] * scores[part][1])
                    .sum();
        };
        return config().train(
                        new TrainingContext(
                                new Seed(1), threads, Progress.SILENT, List.of(new BlendGoal("blend", quality))),
                        SETS.only(config().trainingSets()))
                .refitted();
    }

    /** The same rows with a stage-one score: the label of the row before, missing in every seventh row. */
    private static TrainingSet withStageOne(TrainingSet set) {
        FeatureRows rows = set.rows().all();
        int width = rows.columns().size();
        List<FeatureColumn> columns = Stream.concat(
                        rows.columns().stream(),
                        Stream.of(FeatureColumn.numeric(FeatureColumn.STAGE_ONE_SCORE, "1", "not a candidate")))
                .toList();
        float[] values = new float[set.size() * columns.size()];
        for (int row = 0; row < set.size(); row++) {
            System.arraycopy(rows.values(), row * width, values, row * columns.size(), width);
            values[row * columns.size() + width] = row % 7 == 0 ? Float.NaN : set.label()[row - 1];
        }
        return new TrainingSet(new FeatureRows(columns, rows.user(), rows.item(), values), set.label(), set.group());
    }
}
