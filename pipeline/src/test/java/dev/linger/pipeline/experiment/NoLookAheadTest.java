package dev.linger.pipeline.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Dataset;
import dev.linger.data.Workers;
import dev.linger.data.split.TimeSplit;
import dev.linger.features.FeatureRows;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.reranking.ReplayFactory;
import dev.linger.pipeline.retrieval.DatedRetriever;
import dev.linger.pipeline.retrieval.RetrievalResult;
import dev.linger.pipeline.retrieval.RetrieverTrainer;
import dev.linger.pipeline.run.RunContext;
import dev.linger.pipeline.training.TrainingSetBuilder;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
import dev.linger.recommender.retrieval.CandidateList;
import dev.linger.recommender.retrieval.Retriever;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run whose data differ from the cut on: other users watched for other times, and other daily statistics. */
final class NoLookAheadTest {
    private static final int USERS = 300;

    private static final FinishedRun ORIGINAL = FinishedRun.ofTopics();
    private static final LingerConfig CONFIG = LingerConfig.resolve(
                    Optional.of(FinishedRun.SMALL.toString()), List.of())
            .value();

    private static FinishedRun changed;
    private static Stages original;
    private static Stages after;

    /** What a run finds and makes before it ranks. */
    private static final class Stages {
        final RetrievalResult retrieved;
        final TrainingSets trainingSets;
        final List<CandidateList> candidates;
        final FeatureRows rowsOfCandidates;

        Stages(Path data) {
            Dataset dataset = SyntheticFolder.read(data);
            RunContext run = Scene.TWO_THREADS;
            TimeSplit split = TimeSplit.of(dataset.log(), CONFIG.split());
            Holdout holdout = Holdout.of(
                    split, CONFIG.evaluation().relevance(), CONFIG.watch().skippedBelow(), 2, Workers.ofCaller());
            ReplayFactory replays = new ReplayFactory(dataset, split.history(), CONFIG.features(), CONFIG.watch());
            retrieved = RetrievalResult.of(
                    new RetrieverTrainer(dataset, CONFIG.candidates(), CONFIG.watch(), run), holdout);
            trainingSets = new TrainingSetBuilder(
                            replays,
                            holdout,
                            retrieved,
                            CONFIG.training(),
                            CONFIG.candidates().limit(),
                            run)
                    .of(CONFIG.ranker())
                    .trainingSets();
            // Of all users, as which of them get lists depends on the test part.
            int[] users = IntStream.range(0, dataset.userCount()).toArray();
            DatedRetriever beforeTest = retrieved.beforeTest();
            int limit = CONFIG.candidates().limit();
            candidates =
                    beforeTest
                            .retriever()
                            .find(users, retrieved.union(), limit, limit, run.workers(), run.progress())
                            .stream()
                            .map(Retriever.Found::candidates)
                            .toList();
            rowsOfCandidates = replays.begin(beforeTest)
                    .fill(
                            CandidateList.requests(candidates, beforeTest.asOfDay(), beforeTest.cutMillis()),
                            run.workers(),
                            run.progress());
        }
    }

    @BeforeAll
    static void runOnAnotherFuture() {
        Dataset dataset = SyntheticFolder.read(SyntheticFolder.topics());
        TimeSplit split = TimeSplit.of(dataset.log(), CONFIG.split());
        Map<String, UnaryOperator<String>> changes = Map.of(
                SyntheticFolder.LOG, play -> changedPlay(play, split.cutMillis()),
                SyntheticFolder.DAILY, row -> changedDay(row, split.cutDay()));
        Path data = SyntheticFolder.copy(
                SyntheticFolder.topics(), "other-future", file -> changes.getOrDefault(file, UnaryOperator.identity()));
        changed = FinishedRun.of(data, 1, FinishedRun.SMALL);
        assertEquals(0, changed.exitCode(), changed.errors());
        original = new Stages(SyntheticFolder.topics());
        after = new Stages(data);
    }

    @Test
    void the_change_reaches_the_tables() {
        String table = "stages-end-to-end-ratio-gt-1-0";
        assertEquals(cut(ORIGINAL, table), cut(changed, table));
        assertNotEquals(ORIGINAL.number(table, "als", "NDCG@10"), changed.number(table, "als", "NDCG@10"));
    }

    @Test
    void no_row_at_or_after_the_cut_changes_a_model() throws IOException {
        for (String model : FinishedRun.MODELS) {
            assertArrayEquals(
                    Files.readAllBytes(ORIGINAL.folder().resolve(model)),
                    Files.readAllBytes(changed.folder().resolve(model)),
                    model);
        }
    }

    @Test
    void no_row_at_or_after_the_cut_changes_a_choice_of_factors_quotas_trees_or_weights() {
        for (String table : FinishedRun.CHOICES) {
            assertEquals(ORIGINAL.table(table), changed.table(table), table);
        }
        assertArrayEquals(
                original.retrieved.union().quotas(), after.retrieved.union().quotas());
    }

    @ParameterizedTest
    @EnumSource
    void no_row_at_or_after_the_cut_changes_a_row_to_learn_from(TrainingSetKind kind) {
        TrainingSets.Rows before = original.trainingSets.of(kind);
        TrainingSets.Rows now = after.trainingSets.of(kind);
        assertSameRows(before.fit(), now.fit());
        assertSameRows(before.validation(), now.validation());
    }

    @Test
    void no_row_at_or_after_the_cut_changes_a_candidate_or_a_cell_of_its_features() {
        assertEquals(original.candidates.size(), after.candidates.size());
        for (int user = 0; user < original.candidates.size(); user++) {
            CandidateList before = original.candidates.get(user);
            assertArrayEquals(before.items(), after.candidates.get(user).items(), "candidates of user " + user);
        }
        assertEquals(original.rowsOfCandidates.columns(), after.rowsOfCandidates.columns());
        assertArrayEquals(original.rowsOfCandidates.values(), after.rowsOfCandidates.values());
    }

    @Test
    void no_row_at_or_after_the_cut_changes_a_candidate_list() {
        assertSameForUsersOfBoth("candidates.csv");
    }

    @Test
    void no_row_at_or_after_the_cut_changes_a_recommendation() {
        assertSameForUsersOfBoth("recommendations.csv");
    }

    /** Which users get lists depends on the test part; what stands in them does not. */
    private static void assertSameForUsersOfBoth(String file) {
        Map<Long, List<Long>> lists = ORIGINAL.lists(file);
        Map<Long, List<Long>> others = changed.lists(file);
        Set<Long> users = new TreeSet<>(lists.keySet());
        users.retainAll(others.keySet());
        assertTrue(users.size() > 200, () -> "users in both: " + users.size());
        for (long user : users) {
            assertEquals(lists.get(user), others.get(user), file + " of user " + user);
        }
    }

    private static void assertSameRows(@Nullable TrainingSet before, @Nullable TrainingSet now) {
        assertTrue(before != null && now != null && before.size() > 100, "rows of both");
        assertArrayEquals(before.rows().user(), now.rows().user());
        assertArrayEquals(before.rows().item(), now.rows().item());
        assertArrayEquals(before.rows().all().values(), now.rows().all().values());
        assertArrayEquals(before.label(), now.label());
        assertArrayEquals(before.group(), now.group());
    }

    private static String cut(FinishedRun run, String table) {
        return run.table(table).get("caption").get("cut").asText();
    }

    /** Another user, who watched for 1 to 40 s. */
    private static String changedPlay(String line, long cutMillis) {
        String[] cells = line.split(",", -1);
        long millis = Math.round(Double.parseDouble(cells[6]) * 1_000);
        if (millis < cutMillis) {
            return line;
        }
        cells[0] = Integer.toString((Integer.parseInt(cells[0]) + 7) % USERS);
        int play = 1_000 + (Integer.parseInt(cells[2]) * 31) % 39_000;
        cells[2] = Integer.toString(play);
        cells[7] = Double.toString((double) play / Integer.parseInt(cells[3]));
        return String.join(",", cells);
    }

    /** Nobody played or liked anything any more. */
    private static String changedDay(String line, int cutDay) {
        String[] cells = line.split(",", -1);
        int day = (int)
                LocalDate.parse(cells[1], DateTimeFormatter.BASIC_ISO_DATE).toEpochDay();
        if (day < cutDay) {
            return line;
        }
        for (int count = 15; count < 40; count++) {
            cells[count] = "0";
        }
        return String.join(",", cells);
    }
}
