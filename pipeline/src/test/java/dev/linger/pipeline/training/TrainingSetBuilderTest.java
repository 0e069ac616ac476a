package dev.linger.pipeline.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Dataset;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.PlayFlags;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.data.duration.WatchQuantiles;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.split.TimeSplit;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.features.StageOneCells;
import dev.linger.features.history.WatchHistory;
import dev.linger.features.replay.FeaturesConfig;
import dev.linger.pipeline.config.TrainingConfig;
import dev.linger.pipeline.evaluation.RelevanceRule;
import dev.linger.pipeline.experiment.Scene;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.reranking.ReplayFactory;
import dev.linger.pipeline.retrieval.DatedRetriever;
import dev.linger.pipeline.retrieval.RetrievalResult;
import dev.linger.pipeline.retrieval.RetrieverTrainer;
import dev.linger.pipeline.run.RunContext;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.blend.BlendConfig;
import dev.linger.ranker.linear.LinearConfig;
import dev.linger.recommender.retrieval.RetrievalColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TrainingSetBuilderTest {
    private static final int USERS = 40;
    private static final int ITEMS = 50;
    private static final int NEGATIVES = 5;
    private static final int FIT_DAY = 3;
    private static final int VALIDATION_DAY = 5;

    private static final List<RelevanceRule> RULES =
            List.of(new RelevanceRule.RatioAbove(1, false), new RelevanceRule.RatioAbove(1.6, false));

    private static final RankerConfig BLEND = new BlendConfig(
            Arrays.stream(TrainingSetKind.values())
                    .map(kind -> new BlendConfig.Member(kind, new LinearConfig(1, 10)))
                    .toList(),
            List.of(1.0),
            NEGATIVES);

    private static final World WORLD = new World(Scene.randomLog(4, USERS, ITEMS, 1_600, 8), Scene.TWO_THREADS);

    /** A log with what comes of it; days 0 to 2 are history, 3 and 4 to fit, 5 and 6 to validate, 7 the test. */
    private static final class World {
        final Dataset dataset;
        final Holdout holdout;
        final RetrievalResult retrieved;
        final TrainingSets trainingSets;

        World(InteractionLog log, RunContext run) {
            dataset = Scene.dataset(USERS, ITEMS, log, null);
            TimeSplit split = new TimeSplit(
                    log,
                    log.firstRowAtOrAfter(Scene.millis(FIT_DAY, 0)),
                    log.firstRowAtOrAfter(Scene.millis(VALIDATION_DAY, 0)),
                    log.firstRowAtOrAfter(Scene.millis(7, 0)));
            holdout = Holdout.of(split, RULES, 0.2, 1, Workers.ofCaller());
            // With one source and one setting of ALS nothing is chosen on the validation days.
            retrieved = RetrievalResult.of(
                    new RetrieverTrainer(dataset, Scene.candidates(Scene.ALS), WatchRules.DEFAULTS, run), holdout);
            trainingSets = rows(run).of(BLEND).trainingSets();
        }

        TrainingSetBuilder rows(RunContext run) {
            return rows(new TrainingConfig(0, 1, 0, 1), run);
        }

        TrainingSetBuilder rows(TrainingConfig config, RunContext run) {
            ReplayFactory replays =
                    new ReplayFactory(dataset, holdout.split().history(), Scene.FEATURES, new WatchRules(2, 1, 1, 0.2));
            return new TrainingSetBuilder(replays, holdout, retrieved, config, 10, run);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rows_to_fit_and_to_validate_are_told_by_a_stage_one_that_was_fitted_before_them(TrainingSetKind kind) {
        TrainingSets.Rows rows = WORLD.trainingSets.of(kind);
        assertToldBy(WORLD.retrieved.beforeFit().get(0), rows.fit().rows().all());
        assertToldBy(WORLD.retrieved.beforeValidation(), validation(rows).rows().all());
        assertEquals(
                Scene.FIRST_DAY + FIT_DAY, WORLD.retrieved.beforeFit().get(0).asOfDay());
        assertEquals(
                Scene.FIRST_DAY + VALIDATION_DAY,
                WORLD.retrieved.beforeValidation().asOfDay());
    }

    @Test
    void flags_of_plays_reach_their_rows_and_candidates_have_none() {
        InteractionLog plain = Scene.randomLog(4, USERS, ITEMS, 1_600, 8);
        byte[] bits = new byte[plain.size()];
        for (int row = 0; row < bits.length; row++) {
            bits[row] = (byte) (plain.watchRatio(row) > 1 ? 2 : 1);
        }
        World flagged = new World(plain.with(new PlayFlags(List.of("skipped", "liked"), bits)), Scene.TWO_THREADS);
        TrainingSet plays = flagged.trainingSets.of(TrainingSetKind.PLAYS).all();
        TrainingSet debiased =
                flagged.trainingSets.of(TrainingSetKind.DEBIASED_PLAYS).all();
        assertEquals(List.of("skipped", "liked"), plays.flags().names());
        for (int row = 0; row < plays.size(); row++) {
            assertEquals(plays.label()[row] > 1, plays.flags().has(row, 1));
            assertEquals(plays.label()[row] <= 1, debiased.flags().has(row, 0));
        }
        assertTrue(flagged.trainingSets
                .of(TrainingSetKind.CANDIDATES)
                .all()
                .flags()
                .isEmpty());
        assertTrue(WORLD.trainingSets.of(TrainingSetKind.PLAYS).all().flags().isEmpty());
    }

    @Test
    void nothing_is_fitted_for_plays_whose_columns_do_not_look_at_a_stage_one_and_their_cells_are_the_same() {
        AtomicInteger fits = new AtomicInteger();
        Progress counted = (task, unit, total) -> {
            fits.addAndGet(unit.equals("iterations") ? 1 : 0);
            return Progress.SILENT.start(task, unit, total);
        };
        RunContext run = new RunContext(Scene.TWO_THREADS.seed(), Scene.TWO_THREADS.workers(), counted);
        RetrievalResult retrieved = RetrievalResult.of(
                new RetrieverTrainer(WORLD.dataset, Scene.candidates(Scene.ALS), WatchRules.DEFAULTS, run),
                WORLD.holdout);
        assertEquals(1, fits.get(), "as of the cut");
        TrainingSet plays = new TrainingSetBuilder(
                        new ReplayFactory(
                                WORLD.dataset,
                                WORLD.holdout.split().history(),
                                new FeaturesConfig(List.of(new WatchHistory.OfUsers(10)), List.of()),
                                new WatchRules(2, 1, 1, 0.2)),
                        WORLD.holdout,
                        retrieved,
                        new TrainingConfig(0, 1, 0, 1),
                        10,
                        run)
                .of(new LinearConfig(1, 10))
                .trainingSets()
                .of(TrainingSetKind.PLAYS)
                .all();
        assertEquals(1, fits.get());
        TrainingSet told = WORLD.trainingSets.of(TrainingSetKind.PLAYS).all();
        FeatureRows rows = plays.rows().all();
        FeatureRows toldRows = told.rows().all();
        for (String column : allColumns(rows)) {
            for (int row = 0; row < told.size(); row++) {
                assertEquals(
                        toldRows.value(row, toldRows.column(column)), rows.value(row, rows.column(column)), column);
            }
        }
        assertArrayEquals(told.label(), plays.label());
        assertArrayEquals(told.group(), plays.group());
        retrieved.beforeFit();
        assertEquals(2, fits.get(), "asked for");
    }

    @Test
    void a_play_of_the_validation_days_changes_no_cell_of_a_candidate_and_no_stage_one_of_a_play() {
        World changed = new World(withOtherPlaysFrom(VALIDATION_DAY), Scene.TWO_THREADS);
        for (TrainingSetKind kind : TrainingSetKind.values()) {
            TrainingSet before = WORLD.trainingSets.of(kind).fit();
            TrainingSet after = changed.trainingSets.of(kind).fit();
            assertArrayEquals(before.rows().all().values(), after.rows().all().values(), "rows to fit");
            assertArrayEquals(before.label(), after.label(), "labels to fit");
        }
        FeatureRows candidates = validation(WORLD.trainingSets.of(TrainingSetKind.CANDIDATES))
                .rows()
                .all();
        FeatureRows others = validation(changed.trainingSets.of(TrainingSetKind.CANDIDATES))
                .rows()
                .all();
        assertTrue(sameCells(candidates, others, allColumns(candidates)) > 50);
        List<String> stageOne = WORLD.retrieved.beforeFit().get(0).columns().columns().stream()
                .map(FeatureColumn::name)
                .toList();
        FeatureRows plays =
                validation(WORLD.trainingSets.of(TrainingSetKind.PLAYS)).rows().all();
        FeatureRows otherPlays = validation(changed.trainingSets.of(TrainingSetKind.PLAYS))
                .rows()
                .all();
        assertTrue(sameCells(plays, otherPlays, stageOne) > 50);
    }

    @Test
    void a_play_of_the_fit_window_does_change_the_rows_to_validate() {
        World changed = new World(withOtherPlaysFrom(FIT_DAY), Scene.TWO_THREADS);
        assertFalse(Arrays.equals(
                validation(WORLD.trainingSets.of(TrainingSetKind.CANDIDATES))
                        .rows()
                        .all()
                        .values(),
                validation(changed.trainingSets.of(TrainingSetKind.CANDIDATES))
                        .rows()
                        .all()
                        .values()));
    }

    @Test
    void a_candidates_label_is_the_largest_ratio_or_quantile_of_its_plays_in_its_own_part() {
        TimeSplit split = WORLD.holdout.split();
        assertLabels(split.fitWindow(), TrainingSets.Rows::fit);
        assertLabels(split.validation(), TrainingSetBuilderTest::validation);
    }

    @Test
    void a_plays_label_is_its_capped_ratio_and_a_debiased_plays_its_quantile_in_the_history() {
        InteractionLog fit = WORLD.holdout.split().fitWindow();
        WatchQuantiles quantiles = WatchQuantiles.fit(WORLD.holdout.split().history(), 20);
        List<Float> ratios = new ArrayList<>();
        List<Float> debiased = new ArrayList<>();
        for (int row = 0; row < fit.size(); row++) {
            ratios.add((float) Math.min(fit.watchRatio(row), 2));
            debiased.add((float) quantiles.of(fit.durationMillis(row), fit.watchRatio(row)));
        }
        assertEquals(
                sorted(ratios),
                sorted(list(WORLD.trainingSets.of(TrainingSetKind.PLAYS).fit().label())));
        assertEquals(
                sorted(debiased),
                sorted(list(WORLD.trainingSets
                        .of(TrainingSetKind.DEBIASED_PLAYS)
                        .fit()
                        .label())));
        assertEquals(
                WORLD.holdout.split().validation().size(),
                validation(WORLD.trainingSets.of(TrainingSetKind.DEBIASED_PLAYS))
                        .size());
    }

    @Test
    void only_the_lessons_that_are_taken_are_made_and_plays_always() {
        TrainingSetBuilder rows = WORLD.rows(Scene.ONE_THREAD);
        assertEquals(
                Set.of(TrainingSetKind.PLAYS),
                rows.of(new LinearConfig(1, 10)).trainingSets().rows().keySet());
        BlendConfig.Member plays = new BlendConfig.Member(TrainingSetKind.PLAYS, new LinearConfig(1, 10));
        BlendConfig.Member debiased = new BlendConfig.Member(TrainingSetKind.DEBIASED_PLAYS, new LinearConfig(1, 10));
        assertEquals(
                Set.of(TrainingSetKind.PLAYS, TrainingSetKind.DEBIASED_PLAYS),
                rows.of(new BlendConfig(List.of(plays, debiased), List.of(1.0), 1))
                        .trainingSets()
                        .rows()
                        .keySet());
    }

    @Test
    void candidates_of_which_none_is_relevant_teach_nothing_and_the_run_says_so() {
        InteractionLog log = WORLD.dataset.log();
        InteractionLogBuilder bored = new InteractionLogBuilder(WORLD.dataset.zone(), log.size());
        for (int row = 0; row < log.size(); row++) {
            int day = log.day(row) - Scene.FIRST_DAY;
            boolean toFit = day >= FIT_DAY && day < VALIDATION_DAY;
            bored.add(
                    log.user(row),
                    log.item(row),
                    toFit ? 0 : log.playMillis(row),
                    log.durationMillis(row),
                    log.timestampMillis(row));
        }
        assertEquals(
                "no candidate of 2020-07-08 was shown to a user with a relevant play in the days after it, so nothing can be"
                        + " learned from candidates; raise candidates.limit, or let no member learn from them",
                assertThrows(InputException.class, () -> new World(bored.build(), Scene.ONE_THREAD))
                        .getMessage());
    }

    @Test
    void the_rows_do_not_depend_on_the_number_of_threads_but_on_the_seed() {
        TrainingSets one = WORLD.rows(Scene.ONE_THREAD).of(BLEND).trainingSets();
        for (TrainingSetKind kind : TrainingSetKind.values()) {
            for (boolean fit : new boolean[] {true, false}) {
                TrainingSet first = part(WORLD.trainingSets.of(kind), fit);
                TrainingSet second = part(one.of(kind), fit);
                assertArrayEquals(first.rows().item(), second.rows().item());
                assertArrayEquals(
                        first.rows().all().values(), second.rows().all().values());
                assertArrayEquals(first.label(), second.label());
                assertArrayEquals(first.group(), second.group());
            }
        }
        RunContext otherSeed = new RunContext(new Seed(8), Scene.ONE_THREAD.workers(), Scene.ONE_THREAD.progress());
        assertFalse(Arrays.equals(
                one.of(TrainingSetKind.CANDIDATES).fit().rows().item(),
                WORLD.rows(otherSeed)
                        .of(BLEND)
                        .trainingSets()
                        .of(TrainingSetKind.CANDIDATES)
                        .fit()
                        .rows()
                        .item()));
    }

    @ParameterizedTest
    @EnumSource
    void of_more_rows_whole_lists_are_left_out_by_chance_and_the_others_stay_as_they_are(TrainingSetKind kind) {
        TrainingSetBuilder.Made made =
                WORLD.rows(new TrainingConfig(0, 1, 150, 1), Scene.TWO_THREADS).of(BLEND);
        TrainingSets.Rows all = WORLD.trainingSets.of(kind);
        TrainingSets.Rows drawn = made.trainingSets().of(kind);
        assertEquals(
                new TrainingSetBuilder.Offered(all.fitRows(), all.all().size() - all.fitRows()),
                made.offered().get(kind));
        assertTrue(
                drawn.all().size() > 90 && drawn.all().size() < 210,
                "rows: " + drawn.all().size());
        assertTrue(lists(all.fit()).containsAll(lists(drawn.fit())));
        assertTrue(lists(validation(all)).containsAll(lists(validation(drawn))));
    }

    @Test
    void as_many_rows_as_asked_for_are_all_rows() {
        int rows = WORLD.trainingSets.of(TrainingSetKind.PLAYS).all().size();
        assertEquals(rows, playsWith(new TrainingConfig(0, 1, rows, 1)).all().size());
        assertTrue(playsWith(new TrainingConfig(0, 1, rows - 1, 1)).all().size() <= rows);
    }

    @Test
    void recent_days_are_those_before_the_validation_days() {
        TrainingSets.Rows all = WORLD.trainingSets.of(TrainingSetKind.PLAYS);
        TrainingSets.Rows recent = playsWith(new TrainingConfig(1, 1, 0, 1));
        InteractionLog fit = WORLD.holdout.split().fitWindow();
        int ofLastDay = (int) IntStream.range(0, fit.size())
                .filter(row -> fit.day(row) == Scene.FIRST_DAY + VALIDATION_DAY - 1)
                .count();
        assertTrue(ofLastDay > 50 && ofLastDay < all.fitRows());
        assertEquals(ofLastDay, recent.fitRows());
        assertArrayEquals(
                all.all().range(all.fitRows() - ofLastDay, all.all().size()).label(),
                recent.all().label());
        assertEquals(all.fitRows(), playsWith(new TrainingConfig(2, 1, 0, 1)).fitRows());
    }

    @Test
    void so_few_rows_that_none_is_left_are_a_mistake() {
        assertEquals(
                "training.maxRows 1, training.share 1.0: no row is left to fit to; raise them, or set maxRows to 0 for all rows",
                assertThrows(InputException.class, () -> playsWith(new TrainingConfig(0, 1, 1, 1)))
                        .getMessage());
    }

    private static TrainingSets.Rows playsWith(TrainingConfig config) {
        return WORLD.rows(config, Scene.TWO_THREADS)
                .of(new LinearConfig(1, 10))
                .trainingSets()
                .of(TrainingSetKind.PLAYS);
    }

    /** Users, items, labels and cells of each list. */
    private static Set<List<Float>> lists(TrainingSet set) {
        FeatureRows rows = set.rows().all();
        Map<Integer, List<Float>> lists = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            List<Float> list = lists.computeIfAbsent(set.group()[row], key -> new ArrayList<>());
            list.add((float) rows.user()[row]);
            list.add((float) rows.item()[row]);
            list.add(set.label()[row]);
            for (int column = 0; column < rows.columns().size(); column++) {
                list.add(rows.value(row, column));
            }
        }
        return Set.copyOf(lists.values());
    }

    private static void assertToldBy(DatedRetriever stageOne, FeatureRows rows) {
        RetrievalColumns columns = stageOne.columns();
        assertTrue(rows.size() > 50, "rows: " + rows.size());
        for (int row = 0; row < rows.size(); row++) {
            StageOneCells cells = columns.of(rows.user()[row], new int[] {rows.item()[row]});
            for (int column = 0; column < columns.columns().size(); column++) {
                assertEquals(
                        cells.values()[column],
                        rows.value(
                                row, rows.column(columns.columns().get(column).name())));
            }
        }
    }

    private static void assertLabels(InteractionLog plays, Function<TrainingSets.Rows, TrainingSet> part) {
        WatchQuantiles quantiles = WatchQuantiles.fit(WORLD.holdout.split().history(), 20);
        TrainingSet ratios = part.apply(WORLD.trainingSets.of(TrainingSetKind.CANDIDATES));
        TrainingSet debiased = part.apply(WORLD.trainingSets.of(TrainingSetKind.DEBIASED_CANDIDATES));
        int shown = 0;
        for (int row = 0; row < ratios.size(); row++) {
            float ratio = 0;
            float quantile = 0;
            for (int play = 0; play < plays.size(); play++) {
                if (plays.user(play) == ratios.rows().user()[row]
                        && plays.item(play) == ratios.rows().item()[row]) {
                    ratio = Math.max(ratio, (float) Math.min(plays.watchRatio(play), 2));
                    quantile = Math.max(
                            quantile, (float) quantiles.of(plays.durationMillis(play), plays.watchRatio(play)));
                }
            }
            assertEquals(ratio, ratios.label()[row]);
            assertEquals(quantile, debiased.label()[row]);
            shown += ratio > 0 ? 1 : 0;
        }
        assertTrue(shown > 10 && shown < ratios.size(), "shown: " + shown);
    }

    /** Compares the rows of the pairs that both have; gives how many these are. */
    private static int sameCells(FeatureRows rows, FeatureRows others, List<String> columns) {
        Map<Integer, Integer> rowOfPair = new HashMap<>();
        for (int row = 0; row < others.size(); row++) {
            rowOfPair.put(others.user()[row] * ITEMS + others.item()[row], row);
        }
        int compared = 0;
        for (int row = 0; row < rows.size(); row++) {
            Integer other = rowOfPair.get(rows.user()[row] * ITEMS + rows.item()[row]);
            if (other == null) {
                continue;
            }
            for (String column : columns) {
                assertEquals(rows.value(row, rows.column(column)), others.value(other, others.column(column)), column);
            }
            compared++;
        }
        return compared;
    }

    private static List<String> allColumns(FeatureRows rows) {
        return rows.columns().stream().map(FeatureColumn::name).toList();
    }

    /** The same plays before the day; from it on half of them are of other videos and all have other ratios. */
    private static InteractionLog withOtherPlaysFrom(int day) {
        InteractionLog log = WORLD.dataset.log();
        SplittableRandom random = new Seed(99).stream("other plays");
        InteractionLogBuilder other = new InteractionLogBuilder(WORLD.dataset.zone(), log.size());
        for (int row = 0; row < log.size(); row++) {
            boolean changes = log.day(row) >= Scene.FIRST_DAY + day;
            other.add(
                    log.user(row),
                    changes && random.nextBoolean() ? random.nextInt(ITEMS) : log.item(row),
                    changes ? random.nextInt(20_000) : log.playMillis(row),
                    log.durationMillis(row),
                    log.timestampMillis(row));
        }
        return other.build();
    }

    private static TrainingSet part(TrainingSets.Rows rows, boolean fit) {
        return fit ? rows.fit() : validation(rows);
    }

    private static TrainingSet validation(TrainingSets.Rows rows) {
        return Stream.ofNullable(rows.validation()).findAny().orElseThrow();
    }

    private static List<Float> list(float[] values) {
        List<Float> list = new ArrayList<>();
        for (float value : values) {
            list.add(value);
        }
        return list;
    }

    private static List<Float> sorted(List<Float> values) {
        return values.stream().sorted().toList();
    }
}
